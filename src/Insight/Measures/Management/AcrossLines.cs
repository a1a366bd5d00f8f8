// What cannot be true of two lines at once.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Management;

internal static class AcrossLines
{
    /// <summary>Refusals that a change of these lines brings, with the line each belongs to.</summary>
    public static IEnumerable<(Line Line, Refusal Refusal)> WhyNot(YearOfFigures figures, IReadOnlyCollection<Line> changed)
    {
        if (
            figures.Of("NM01", 1, StockType.All)?.Numerator is { } all
            && figures.Of("NM01", 2, StockType.All)?.Numerator is { } hate
            && hate > all
        )
        {
            if (changed.FirstOrDefault(line => line.Is("NM01", 2)) is { } part)
            {
                yield return (part, new MoreHateThanAll(all));
            }
            else if (changed.FirstOrDefault(line => line.Is("NM01", 1)) is { } cases)
            {
                yield return (cases, new FewerThanHate(hate));
            }
        }
        if (
            figures is { IsApart: true, IsCombined: true }
            && changed.FirstOrDefault(line => line.Measure.Datapoints.ContainsKey(StockType.Combined)) is { } complaints
        )
        {
            yield return (complaints, new ApartAndTogether());
        }
    }
}
