// What the draw did to the figures, in words: for the method page, the summary of approach and the return.
namespace Hearth.Insight.Measures.Perception;

internal static class DrawWords
{
    // more strata than this do not fit in a sentence
    private const int MostNamed = 8;

    /// <summary>“Each home of Fennside stood for 12.5 homes, each home of Marsh End for 3.1.”</summary>
    public static string StoodFor(DrawDone draw)
    {
        var named = draw.Strata.Where(one => !IsNotDrawn(one)).ToList();
        if (named.Count > MostNamed)
        {
            var (least, most) = (named.MinBy(one => one.StoodFor)!, named.MaxBy(one => one.StoodFor)!);
            return $"Each home stood for {Number(least.StoodFor)} homes ({Of(least)}) to {Number(most.StoodFor)} ({Of(most)}).";
        }
        return string.Join(
                ", ",
                named.Select(
                    (one, at) =>
                        $"{(at == 0 ? "Each" : "each")} home of {Of(one)} stood for {Number(one.StoodFor)} {(one.StoodFor == 1 ? "home" : "homes")}"
                )
            ) + ".";
    }

    /// <summary>Answers that the draw does not explain, a sentence for each kind.</summary>
    public static IEnumerable<string> NotExplained(DrawDone draw)
    {
        if (draw.NotDrawn > 0)
        {
            yield return $"{Words.Count(draw.NotDrawn, "answer is of a home that was not drawn, and stands", "answers are of homes that were not drawn, and stand")} for no other home.";
        }
        if (draw.ByGroups > 0)
        {
            yield return $"{Words.Count(draw.ByGroups, "answer has", "answers have")} no line in the draw any more, and {(draw.ByGroups == 1 ? "counts with the group it was" : "count with the groups they were")} asked in.";
        }
    }

    /// <summary>“Fennside”, “the smaller groups together”.</summary>
    public static string Of(StratumDone stratum) => stratum.Name == Inputs.Hidden ? "the smallest groups together" : stratum.Name;

    public static bool IsNotDrawn(StratumDone stratum) => stratum.Name.EndsWith(DrawnAnswers.NotDrawn, StringComparison.Ordinal);

    public static string Number(decimal homes) => homes.ToString("#,0.##", Words.British);
}
