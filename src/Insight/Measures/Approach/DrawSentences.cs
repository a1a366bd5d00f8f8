// What an unequal draw did to the figures, in sentences: the same as DrawWords says to officers.
using Hearth.Insight.Measures.Perception;

namespace Hearth.Insight.Measures.Approach;

internal static class DrawSentences
{
    // more strata than this do not fit in a sentence
    private const int MostNamed = 8;

    public static IEnumerable<Sentence> Of(DrawDone draw)
    {
        var named = draw.Strata.Where(one => !DrawWords.IsNotDrawn(one)).ToList();
        if (named.Count > MostNamed)
        {
            var (least, most) = (named.MinBy(one => one.StoodFor)!, named.MaxBy(one => one.StoodFor)!);
            yield return new(
                "approach.f.stood-range",
                Filling.AtMostHundredths("least", least.StoodFor),
                Filling.All("few", [Group(least)]),
                Filling.AtMostHundredths("most", most.StoodFor),
                Filling.All("many", [Group(most)])
            );
        }
        else if (named.Count == 1)
        {
            yield return new("approach.f.stood", Filling.All("first", [Part(named[0], "first")]));
        }
        else if (named.Count > 1)
        {
            yield return new(
                "approach.f.stood-each",
                Filling.All("first", [Part(named[0], "first")]),
                Filling.Commas("rest", named.Skip(1).Select(one => Part(one, "next")))
            );
        }
        if (draw.NotDrawn > 0)
        {
            yield return new("approach.f.not-drawn", Filling.Number("count", draw.NotDrawn));
        }
        if (draw.ByGroups > 0)
        {
            yield return new("approach.f.by-groups", Filling.Number("count", draw.ByGroups));
        }
    }

    private static Sentence Part(StratumDone one, string place) =>
        new(
            $"approach.f.stood.{place}{(one.StoodFor == 1 ? "-one" : "")}",
            Filling.All("group", [Group(one)]),
            Filling.AtMostHundredths("homes", one.StoodFor)
        );

    private static Sentence Group(StratumDone one) => one.Name == Inputs.Hidden ? new("approach.f.smallest") : Sentence.AsWritten(one.Name);
}
