// What homes are told apart by, why some were left out and how they were drawn: names that come from the field, found again among our words.
namespace Hearth.Insight.Measures.Approach;

internal static class GroupWords
{
    /// <summary>“age”, “Kind of home”; what we have no words for stays as it is written.</summary>
    public static Sentence Of(string by) => Known("approach.group.", by, "age", "tenure", "ward", "kind of home");

    public static Sentence OfDraw(string allocation) =>
        Known("approach.how.", allocation, "census", "simple random", "proportional", "neyman", "equal");

    public static Sentence OfReason(string reason) =>
        reason switch
        {
            "Serious capacity issues" => new("approach.reason.capacity"),
            "Health and safety risk" => new("approach.reason.safety"),
            _ => Sentence.AsWritten(reason.ToLowerInvariant()),
        };

    private static Sentence Known(string place, string name, params string[] known) =>
        Array.Find(known, one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new(place + found.Replace(' ', '-'))
            : Sentence.AsWritten(name.ToLowerInvariant());
}
