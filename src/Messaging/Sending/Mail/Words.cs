// The words of a message as a person reads them: paragraphs, and the code's address where the words do not hold it.
using System.Text.Json;
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Sending.Mail;

internal static class Words
{
    /// <summary>Blank lines part paragraphs; a single break stays a break.</summary>
    public static IReadOnlyList<string> Paragraphs(string body) =>
        [.. body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static LetterCode? CodeOf(StoredMessage message) =>
        message.Code is null ? null : JsonSerializer.Deserialize<LetterCode>(message.Code);

    /// <summary>Whoever sent a code with the message wants the person to be able to use it, on paper or not.</summary>
    public static string WithLink(StoredMessage message) =>
        CodeOf(message) is { } code && !message.Body.Contains(code.Url, StringComparison.Ordinal)
            ? $"{message.Body.TrimEnd()}\n\n{code.Url}"
            : message.Body;
}
