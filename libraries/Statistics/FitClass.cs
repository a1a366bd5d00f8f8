// The classes of a goodness-of-fit test, and how small ones are merged.
namespace Hearth.Statistics;

/// <summary>A class: the positions it is made of, the people counted, and the people expected.</summary>
internal sealed record FitClass(IReadOnlyList<int> Members, int Observed, double Expected)
{
    internal static double Statistic(IEnumerable<FitClass> classes) =>
        classes.Sum(one => (one.Observed - one.Expected) * (one.Observed - one.Expected) / one.Expected);

    /// <summary>Merges the two smallest until every class expects at least <paramref name="least"/>, or one is left.</summary>
    internal static List<FitClass> Merge(IEnumerable<FitClass> classes, double least)
    {
        // An empty class without anyone in it has nothing to test and nothing to merge.
        var sorted = classes.Where(one => one.Expected > 0 || one.Observed > 0).OrderBy(one => one.Expected).ToList();
        while (sorted.Count > 1 && sorted[0].Expected < least)
        {
            var (first, second) = (sorted[0], sorted[1]);
            sorted.RemoveRange(0, 2);
            sorted.Add(
                new FitClass([.. first.Members, .. second.Members], first.Observed + second.Observed, first.Expected + second.Expected)
            );
            sorted = [.. sorted.OrderBy(one => one.Expected)];
        }

        return sorted;
    }
}
