// Letters through GOV.UK Notify: the same sheet that a print run prints, with its code and square, as a PDF that Notify prints and posts.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Letters;
using Hearth.Messaging.Letters.Sheet;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;

namespace Hearth.Messaging.Sending.Notify;

internal sealed class NotifyLetters(
    MessagingOptions options,
    NotifyClient client,
    PdfPrinter printer,
    ILandlord landlord,
    PhraseBook book,
    TimeProvider time
) : IWayOut
{
    /// <summary>Notify's own limit.</summary>
    private const int LargestPdf = 2 * 1024 * 1024;

    private const int TriesOfThePdf = 3;

    public Channel Channel => Channel.Letter;

    // found by its reference first
    public bool SafeToRepeat => true;

    public bool Local => false;

    public string Where => "GOV.UK Notify";

    public async Task<Dispatch> SendAsync(StoredMessage message, CancellationToken stop)
    {
        // tried before: where Notify has it, nothing else matters any more
        if (await client.LookAsync(message) is { } known)
        {
            return known;
        }
        // the same in English behind it, where nobody has checked the translation
        var sheets = Letter.Sheets(message, time.Today(), landlord.Current, options.Letters, book).ToList();
        if (NotifyAddress.Problem([.. sheets[0].Envelope]) is { } problem)
        {
            return new ByHand(problem);
        }
        if (!printer.Found)
        {
            return new ByHand("No Chromium is installed here to make the PDF");
        }
        var pdf = await PrintAsync(sheets, stop);
        if (pdf is null)
        {
            const string Why = "The PDF could not be made here";
            return message.Attempts < TriesOfThePdf ? new NotNow(Why) : new ByHand(Why);
        }
        if (pdf.Length > LargestPdf)
        {
            return new ByHand("The letter is larger than GOV.UK Notify takes");
        }
        var answer = await client.SendAsync(
            "/v2/notifications/letter",
            new
            {
                reference = NotifyAnswers.Reference(message),
                content = Convert.ToBase64String(pdf),
                postage = options.Notify.Postage,
            },
            CancellationToken.None
        );
        return NotifyAnswers.Of(answer) switch
        {
            Refused refused => new ByHand(refused.Reason),
            var other => other,
        };
    }

    // Stopping while the PDF is made is no failure of the letter.
    private async Task<byte[]?> PrintAsync(IReadOnlyList<Letter> sheets, CancellationToken stop)
    {
        try
        {
            return await printer.PrintAsync(sheets, landlord.Current, stop);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            return null;
        }
    }
}
