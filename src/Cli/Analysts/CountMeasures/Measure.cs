// The questions the regulator has put to tenants, from the newest set of its measures.
using Hearth.Surveys.Public;

namespace Hearth.Cli.Analysts.CountMeasures;

/// <param name="Code">TP01 to TP12; the heading of its column.</param>
/// <param name="Name">What it is called in the return.</param>
/// <param name="Filter">The column of the question that is put first; null where there is none. TP03 goes by the repair that TP02 asks of.</param>
/// <param name="OffersNotApplicable">Whether “not applicable / don't know” is among the answers to choose from.</param>
internal sealed record Measure(string Code, string Name, string? Filter, bool OffersNotApplicable)
{
    public static IReadOnlyList<Measure> All { get; } =
    [.. RegulatorSet.All[^1].Perception.Select(one => new Measure(one.Code, one.Name, one.Filter?.Replace('-', '_'), one.NotApplicable))];
}
