// Where a comparison with the year before crosses a change of how we ask. Frozen figures hold it in English: here it is found again among our words.
using System.Globalization;
using System.Text.RegularExpressions;
using Hearth.Insight.Measures.Perception;

namespace Hearth.Insight.Measures.Approach;

internal static partial class BreakWords
{
    private const string Year = "(?<year>[0-9]{4}/[0-9]{2})";

    private static readonly Dictionary<string, string> Ways = new(StringComparer.Ordinal)
    {
        ["online"] = "online",
        ["by post"] = "postal",
        ["by telephone"] = "telephone",
        ["face to face"] = "facetoface",
        ["by text message"] = "sms",
        ["other"] = "rest",
    };

    private static readonly (Regex Words, string Key)[] Known =
    [
        (Set(), "approach.break.set"),
        (AllThen(), "approach.break.sample"),
        (SomeThen(), "approach.break.census"),
        (NotWeightedThen(), "approach.break.weighted"),
        (WeightedThen(), "approach.break.unweighted"),
        (FirstWorded(), "approach.break.first"),
        (Worded(), "approach.break.worded"),
    ];

    public static IEnumerable<Sentence> Of(PerceptionYear year) =>
        year
            .Compared.SelectMany(one => one.Breaks)
            .Distinct()
            .Select(change => new Sentence("approach.k.break", Filling.All("change", [Read(change)])));

    /// <summary>The change as a sentence in every language; one that we do not know stays as it is written.</summary>
    public static Sentence Read(string change)
    {
        foreach (var (words, key) in Known)
        {
            if (words.Match(change) is { Success: true } found)
            {
                return new(key, Filling.Same("year", found.Groups["year"].Value));
            }
        }
        if (OtherWays().Match(change) is { Success: true } ways && Ways.TryGetValue(ways.Groups["way"].Value, out var way))
        {
            return new(
                "approach.break.ways",
                Filling.All("way", [new($"approach.by.{way}")]),
                Filling.Same("then", ways.Groups["then"].Value),
                Filling.Same("year", ways.Groups["year"].Value),
                Filling.Same("now", ways.Groups["now"].Value)
            );
        }
        if (
            Changed().Match(change) is { Success: true } changed
            && DateOnly.TryParseExact(changed.Groups["day"].Value, "d MMMM yyyy", Words.British, DateTimeStyles.None, out var day)
        )
        {
            return new("approach.break.changed", Filling.Day("day", day));
        }
        return Sentence.AsWritten(change);
    }

    [GeneratedRegex($"^The regulator’s measures changed: {Year} was asked under another set$")]
    private static partial Regex Set();

    [GeneratedRegex($"^{Year} asked every home, this year a sample$")]
    private static partial Regex AllThen();

    [GeneratedRegex($"^{Year} asked a sample, this year every home$")]
    private static partial Regex SomeThen();

    [GeneratedRegex($"^{Year} was not weighted, this year is$")]
    private static partial Regex NotWeightedThen();

    [GeneratedRegex($"^{Year} was weighted, this year is not$")]
    private static partial Regex WeightedThen();

    [GeneratedRegex($"^The question was worded otherwise in {Year}$")]
    private static partial Regex Worded();

    [GeneratedRegex($"^The question that is asked first was worded otherwise in {Year}$")]
    private static partial Regex FirstWorded();

    [GeneratedRegex($"^Answers came in other ways: (?<way>.+) (?<then>[0-9]+) of 100 in {Year}, (?<now>[0-9]+) this year$")]
    private static partial Regex OtherWays();

    [GeneratedRegex("^The question was changed on (?<day>.+), while the survey was open$")]
    private static partial Regex Changed();
}
