// The perception figures of one stock as the return asks for them.
using System.Globalization;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Return;

internal static class PerceptionRows
{
    private static readonly string[] Satisfied =
    [
        "very satisfied",
        "fairly satisfied",
        "neither satisfied nor dissatisfied",
        "fairly dissatisfied",
        "very dissatisfied",
    ];

    private static readonly string[] Agree = ["strongly agree", "agree", "neither agree nor disagree", "disagree", "strongly disagree"];

    /// <summary>For each measure, in the order of its codes: filter, five counts, not applicable, per cent. Weighted where the figures are.</summary>
    public static IEnumerable<ReturnRow> Of(PerceptionYear year)
    {
        var set = RegulatorSet.Find(year.MeasureSet) ?? year.Year.Set;
        foreach (var measure in set.Perception)
        {
            if (!measure.Datapoints.TryGetValue(year.Stock, out var codes) || year[measure.Code] is not { } figure)
            {
                continue;
            }
            ReturnRow Row(string code, string what, string value) => new(code, $"{measure.Code} {what}", year.Stock, value);
            if (codes.FilterYes is { } yes)
            {
                yield return Row(yes, "filter: yes", Number(figure.FilterYes ?? 0, figure.WeightedFilterYes));
            }
            if (codes.FilterNo is { } no)
            {
                yield return Row(no, "filter: no", Number(figure.FilterNo ?? 0, figure.WeightedFilterNo));
            }
            for (var at = 0; at < codes.Counts.Count; at++)
            {
                yield return Row(
                    codes.Counts[at],
                    (measure.Agreement ? Agree : Satisfied)[at],
                    Number(figure.Counts[at], figure.WeightedCounts?[at])
                );
            }
            if (codes.NotApplicable is { } none)
            {
                yield return Row(none, "not applicable/ don’t know", Number(figure.NotApplicable ?? 0, figure.WeightedNotApplicable));
            }
            yield return Row(codes.Percent, "per cent", Percent(figure.Published));
        }
    }

    /// <summary>Overall satisfaction before weights (question 15); nothing where the figures are not weighted.</summary>
    public static IEnumerable<ReturnRow> Unweighted(PerceptionYear year)
    {
        if (year.Weighting is null || year["TP01"] is not { } figure)
        {
            yield break;
        }
        for (var at = 0; at < figure.Counts.Count; at++)
        {
            yield return new("", $"Q15 TP01 before weights: {Satisfied[at]}", year.Stock, Number(figure.Counts[at], null));
        }
        yield return new("", "Q15 TP01 before weights: per cent", year.Stock, Percent(figure.Percent));
    }

    /// <summary>“71.8”, or that there is none.</summary>
    public static string Percent(decimal? percent) => percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? ReturnRow.NoFigure;

    // weighted counts have one decimal place in the return
    private static string Number(int count, decimal? weighted) =>
        weighted is { } sum
            ? decimal.Round(sum, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture)
            : count.ToString(CultureInfo.InvariantCulture);
}
