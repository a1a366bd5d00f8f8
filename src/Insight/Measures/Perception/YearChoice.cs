// What an officer chose for a year's figures of one stock: which surveys make them, and how they are weighted.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

/// <param name="Surveys">Empty: the one that asks most of the measures.</param>
/// <param name="LeastForMethod">Fewer answers by a method than this, and its figure is not shown.</param>
/// <param name="Weighting">Null: not weighted, but by the weights that came with the answers.</param>
internal sealed record YearChoice(IReadOnlyList<Guid> Surveys, int LeastForMethod, WeightingChoice? Weighting)
{
    /// <summary>The regulator's: fewer than 50, and it does not show satisfaction by method.</summary>
    public const int RegulatorsLeast = 50;

    public static YearChoice None { get; } = new([], RegulatorsLeast, null);

    public static string KeyOf(ReportingYear year, StockType stock) => $"insight-perception-{year.Ending}-{StockWords.Code(stock)}";

    public static async Task<YearChoice> OfAsync(Settings settings, ReportingYear year, StockType stock, CancellationToken stop) =>
        await settings.GetAsync<YearChoice>(KeyOf(year, stock), stop) ?? None;
}

/// <param name="By">With the counts of everyone, as they were when it was chosen: what the tenant list says later changes no figure.</param>
/// <param name="Counts">The targets are homes that must agree with one another; shares where false.</param>
/// <param name="From">Where the counts are from.</param>
internal sealed record WeightingChoice(IReadOnlyList<TargetsOf> By, bool Counts, double? Low, double? High, int? MergeBelow, string From)
{
    public WeightingRecipe Recipe => new(false, By, Counts, Low, High, MergeBelow, From);
}
