// The words of a message as a person reads them: paragraphs with their language, and the code's address where the words do not hold it.
using System.Globalization;
using System.Text.Json;
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Sending.Mail;

/// <summary>A paragraph and the language it is in: a landlord's own words stand in English in a message in Urdu.</summary>
internal readonly record struct Paragraph(string Text, string Language)
{
    /// <summary>For the <c>dir</c> attribute.</summary>
    public string Direction => Words.Direction(Language);
}

internal static class Words
{
    /// <summary>Blank lines part paragraphs; a single break stays a break.</summary>
    public static IReadOnlyList<string> Paragraphs(string body) =>
        [.. body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>What stands word for word in the English version too is English.</summary>
    public static IReadOnlyList<Paragraph> Paragraphs(StoredMessage message, string body)
    {
        var language = LanguageOf(message);
        var english = EnglishOf(message) is { } same ? Paragraphs(same.Body).ToHashSet(StringComparer.Ordinal) : [];
        return [.. Paragraphs(body).Select(text => new Paragraph(text, english.Contains(text) ? Language.English.Tag : language))];
    }

    public static LetterCode? CodeOf(StoredMessage message) =>
        message.Code is null ? null : JsonSerializer.Deserialize<LetterCode>(message.Code);

    public static InEnglish? EnglishOf(StoredMessage message) =>
        message.English is null ? null : JsonSerializer.Deserialize<InEnglish>(message.English);

    /// <summary>The language of the words: a script that a colleague reads out is English, whatever the person speaks.</summary>
    public static string LanguageOf(StoredMessage message) =>
        message.Channel is Channel.Telephone or Channel.Door ? Language.English.Tag : message.Language;

    /// <summary>Whoever sent a code with the message wants the person to be able to use it, on paper or not.</summary>
    public static string WithLink(StoredMessage message) =>
        CodeOf(message) is { } code && !message.Body.Contains(code.Url, StringComparison.Ordinal)
            ? $"{message.Body.TrimEnd()}\n\n{code.Url}"
            : message.Body;

    /// <summary>Everything that goes out as plain text: the English below where it is sent too.</summary>
    public static string Whole(StoredMessage message) =>
        EnglishOf(message) is { SentToo: true } english
            ? $"{WithLink(message).TrimEnd()}\n\n———\n\n{english.Subject}\n\n{english.Body}"
            : WithLink(message);

    /// <summary>For the <c>dir</c> attribute; left to right for a tag that is no language.</summary>
    public static string Direction(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";
        }
        catch (CultureNotFoundException)
        {
            return "ltr";
        }
    }
}
