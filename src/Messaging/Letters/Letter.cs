// One letter as it lies on the paper.
using System.Globalization;
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Messaging.Sending.Mail;

namespace Hearth.Messaging.Letters;

/// <param name="Name">On the envelope and after “Dear”.</param>
/// <param name="Date">In words.</param>
/// <param name="Logo">Address of the landlord's logo, as the document reaches it.</param>
internal sealed record Letter(
    string Name,
    IReadOnlyList<string> AddressLines,
    string Heading,
    IReadOnlyList<string> Paragraphs,
    string Language,
    LetterCode? Code,
    QrSquare? Qr,
    string Date,
    LandlordLook From,
    string Logo,
    LetterOptions Options
)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static Letter Of(StoredMessage message, DateOnly date, LandlordLook from, string logo, LetterOptions options)
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
            date.ToString("d MMMM yyyy", English),
            from,
            logo,
            options
        );
    }

    public static IReadOnlyList<string> LinesOf(string address) =>
        address.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>“Friday 18 December”.</summary>
    public string? AnswerBy => Code?.AnswerBy?.ToString("dddd d MMMM", English);

    /// <summary>A letter whose own words end it is not ended a second time.</summary>
    public bool IsSigned => Paragraphs is [.., var last] && last.StartsWith("Yours ", StringComparison.OrdinalIgnoreCase);

    public string SignedBy => Options.SignedBy ?? From.Name;
}
