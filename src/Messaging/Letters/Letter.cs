// One letter as it lies on the paper.
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
    IReadOnlyList<Paragraph> Paragraphs,
    LetterCode? Code,
    QrSquare? Qr,
    DateOnly Date,
    LandlordLook From,
    LetterOptions Options,
    Phrases Phrases
)
{
    /// <summary>The letter, and behind it the same in English where nobody has checked the translation.</summary>
    public static IEnumerable<Letter> Sheets(
        StoredMessage message,
        DateOnly date,
        LandlordLook from,
        LetterOptions options,
        PhraseBook book
    )
    {
        var code = Words.CodeOf(message);
        var letter = new Letter(
            message.ToName,
            LinesOf(message.ToAddress),
            message.Subject,
            Words.Paragraphs(message, message.Body),
            code,
            code is null ? null : QrSquare.Of(code.Url),
            date,
            from,
            options,
            book.In(message.Language)
        );
        yield return letter;
        if (Words.EnglishOf(message) is { SentToo: true } english)
        {
            var ours = book.In(null);
            yield return letter with
            {
                Heading = english.Subject,
                Paragraphs = [.. Words.Paragraphs(english.Body).Select(text => new Paragraph(text, ours.Language.Tag))],
                Phrases = ours,
            };
        }
    }

    public Language Language => Phrases.Language;

    /// <summary>Name and address, as they show in the window.</summary>
    public IEnumerable<string> Envelope => AddressLines.Prepend(Name);

    public static IReadOnlyList<string> LinesOf(string address) =>
        address.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IHtmlContent? Square => Qr?.Draw(Phrases["letter.square", ("address", Code!.Url)]);

    /// <summary>“Friday 18 December”.</summary>
    public string? AnswerBy => Code?.AnswerBy is { } day ? Phrases.Weekday(day) : null;

    /// <summary>The paragraph behind which the code stands: the first, or the second where the first only says in which language the second is.</summary>
    public int CodeAfter => Paragraphs is [var first, var second, ..] && first.Language != second.Language ? 1 : 0;

    /// <summary>A letter whose own words end it is not ended a second time.</summary>
    public bool IsSigned => Paragraphs is [.., var last] && last.Text.StartsWith("Yours ", StringComparison.OrdinalIgnoreCase);

    public string SignedBy => Options.SignedBy ?? From.Name;
}
