// One letter as it lies on the paper.
using System.Globalization;
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Messaging.Sending.Mail;
using Microsoft.AspNetCore.Html;

namespace Hearth.Messaging.Letters;

/// <param name="Name">On the envelope and after “Dear”.</param>
internal sealed record Letter(
    string Name,
    IReadOnlyList<string> AddressLines,
    string Heading,
    IReadOnlyList<string> Paragraphs,
    string Language,
    LetterCode? Code,
    QrSquare? Qr,
    DateOnly Date,
    LandlordLook From,
    LetterOptions Options
)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static Letter Of(StoredMessage message, DateOnly date, LandlordLook from, LetterOptions options)
    {
        var code = Words.CodeOf(message);
        return new(
            message.ToName,
            LinesOf(message.ToAddress),
            message.Subject,
            Words.Paragraphs(message.Body),
            message.Language,
            code,
            code is null ? null : QrSquare.Of(code.Url),
            date,
            from,
            options
        );
    }

    /// <summary>Name and address, as they show in the window.</summary>
    public IEnumerable<string> Envelope => AddressLines.Prepend(Name);

    public static IReadOnlyList<string> LinesOf(string address) =>
        address.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IHtmlContent? Square => Qr?.Draw($"QR code. It opens {Code!.Url}");

    /// <summary>“Friday 18 December”.</summary>
    public string? AnswerBy => Code?.AnswerBy?.ToString("dddd d MMMM", English);

    /// <summary>A letter whose own words end it is not ended a second time.</summary>
    public bool IsSigned => Paragraphs is [.., var last] && last.StartsWith("Yours ", StringComparison.OrdinalIgnoreCase);

    public string SignedBy => Options.SignedBy ?? From.Name;
}
