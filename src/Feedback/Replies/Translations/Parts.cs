// The texts of an answer that can be translated, in the order people read them.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hearth.Storage.Public;

namespace Hearth.Feedback.Replies.Translations;

/// <param name="Key">Stays with the text: <c>said</c>.</param>
/// <param name="What">For the translator: “You said”.</param>
/// <param name="Source">The English.</param>
/// <param name="Most">Letters: twice what the English may have, as some languages need more.</param>
/// <param name="OneLine">A heading or a sentence, in which a new line has no place.</param>
internal sealed record Part(string Key, string What, string Source, int Most, bool OneLine = false)
{
    /// <summary>Eight bytes of SHA-256 are enough to notice a change; nobody gains by making two alike.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Source)).AsSpan(0, 8));

    public bool IsCorrection => Key.StartsWith(Parts.CorrectionPrefix, StringComparison.Ordinal);
}

internal static class Parts
{
    public const string Title = "title";
    public const string Said = "said";
    public const string What = "what";
    public const string Reason = "reason";
    public const string Instead = "instead";
    public const string DecidedBy = "decided-by";
    public const string InAText = "in-a-text";
    public const string CorrectionPrefix = "correction-";

    public static string Of(Correction correction) => CorrectionPrefix + correction.Id.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>All of them; what a draft has not got yet is left out.</summary>
    public static IReadOnlyList<Part> Of(Reply reply, IEnumerable<Correction> corrections) =>
        [
            .. new Part[]
            {
                new(Title, "Short name", reply.Title, 200, OneLine: true),
                new(Said, "You said", reply.Said, 800),
                new(What, reply.Kind == ReplyKind.WeAreDoing ? "What you are doing" : "What you did", reply.What, 4000),
                new(Reason, "Because", reply.Reason ?? "", 2000),
                new(Instead, "What you do instead", reply.Instead ?? "", 2000),
                new(DecidedBy, "Who decided", reply.DecidedBy ?? "", 300, OneLine: true),
                new(InAText, "In one sentence, for a text", reply.InAText ?? "", 240, OneLine: true),
            }.Where(part => part.Source.Length > 0),
            .. corrections.Select(correction => new Part(
                Of(correction),
                $"{(correction.TakesBack ? "Taken back" : "Put right")} on {InWords.Day(correction.At.DayInLondon())}",
                correction.Words,
                2000
            )),
        ];
}
