// What weighting took and what it cost.
using Hearth.Cli.Analysts.Columns;
using Hearth.Statistics.Weighting;

namespace Hearth.Cli.Analysts.WeighResponses;

/// <param name="File">Where from.</param>
/// <param name="Out">Where to.</param>
/// <param name="Responses">Rows.</param>
/// <param name="Iterations">Rounds over all variables.</param>
/// <param name="Converged">Whether every total is met.</param>
/// <param name="Furthest">How far any is off, as a share of it.</param>
/// <param name="Collapsed">Categories merged because nobody, or nobody who should be there, answered.</param>
/// <param name="DesignEffect">Kish's.</param>
/// <param name="EffectiveSample">How many drawn by lot would be as sure.</param>
/// <param name="Weights">Their range; the average is 1.</param>
/// <param name="Margins">Each category before and after.</param>
/// <param name="MadeHarmless">Cells that a spreadsheet would run as a formula, written with an apostrophe in front.</param>
/// <param name="Warnings">What to know before the weights are used.</param>
internal sealed record WeighReport(
    string File,
    string Out,
    int Responses,
    int Iterations,
    bool Converged,
    double Furthest,
    IReadOnlyList<CollapsedCategory> Collapsed,
    double? DesignEffect,
    double EffectiveSample,
    WeightRange Weights,
    IReadOnlyList<WeightedCategory> Margins,
    int MadeHarmless,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>From here on one response speaks for so many others that it must be said.</summary>
    public const double Explodes = 5;

    public static WeighReport Of(string file, RakedRows raked, IReadOnlyList<CodedColumn> columns, string path, OutFile written)
    {
        var result = raked.Result;
        var weights = result.Weights;
        var largest = 0;
        var (least, over) = (double.PositiveInfinity, 0);
        for (var row = 0; row < weights.Length; row++)
        {
            largest = weights[row] > weights[largest] ? row : largest;
            least = Math.Min(least, weights[row]);
            over += weights[row] > Explodes ? 1 : 0;
        }
        var who = string.Join(", ", columns.Select(column => $"{column.Name} {column.Categories[column.Codes[largest]]}"));
        var range = new WeightRange(least, weights[largest], who);
        return new(
            file,
            path,
            weights.Length,
            result.Rounds,
            result.Met,
            result.Furthest,
            result.Collapsed,
            result.DesignEffect,
            result.EffectiveSize,
            range,
            result.Categories,
            written.MadeHarmless,
            [.. Warn(raked, range, over, written)]
        );
    }

    public IEnumerable<string> Lines()
    {
        yield return $"{File}: {Figures.Of(Responses, "response", "responses")} weighted in {Figures.Of(Iterations, "round", "rounds")}, {(Converged ? "every total met" : $"totals missed by up to {Figures.Percent(Furthest, 4)}")}.";
        yield return $"Design effect {Figures.Number(DesignEffect, "0.000")}; effective sample {Figures.Number(EffectiveSample, "#,##0.0")}; weights from {Figures.Number(Weights.Least, "0.000")} to {Figures.Number(Weights.Most, "0.000")}.";
        yield return "";
        foreach (
            var line in Figures.Table(
                ["", "Responses", "Before", "Wanted", "After"],
                Margins.Select(
                    IReadOnlyList<string> (margin) =>
                        [
                            $"{margin.Variable}: {margin.Category ?? "(not known)"}",
                            Figures.Count(margin.Respondents),
                            Figures.Percent(margin.Before, 2),
                            Figures.Percent(margin.Wanted, 2),
                            Figures.Percent(margin.After, 2),
                        ]
                )
            )
        )
        {
            yield return line;
        }
        yield return "";
        foreach (var warning in Warnings)
        {
            yield return warning;
        }
        yield return $"Written: {(Out == OutFile.StandardOutput ? "to standard output" : Out)}";
    }

    private static IEnumerable<string> Warn(RakedRows raked, WeightRange range, int over, OutFile written)
    {
        foreach (var merged in raked.Result.Collapsed)
        {
            yield return $"{merged.Variable}: “{merged.Category}” ({Figures.Of(merged.Respondents, "response", "responses")}, target {Figures.Count((decimal)merged.Target)}) was merged into “{merged.Into}”. The weights do not bring it to its own target.";
        }
        foreach (var (variable, rows) in raked.Variables.Zip(raked.NotKnown).Where(pair => pair.Second > 0))
        {
            yield return $"{variable.Name} is empty in {Figures.Of(rows, "row", "rows")}: together these keep the share they have.";
        }
        if (over > 0)
        {
            yield return $"The largest weight is {Figures.Number(range.Most, "0.0#")} times the average ({range.MostWho}), and {Figures.Of(over, "response counts", "responses count")} for more than {Explodes:0} others. Merge small categories in the targets, or trim: --trim 0.2,{Explodes:0}";
        }
        if (written.MadeHarmless > 0)
        {
            yield return $"{Figures.Of(written.MadeHarmless, "cell", "cells")} that a spreadsheet would run as a formula: written with an apostrophe in front.";
        }
    }
}

/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="MostWho">Of whom.</param>
internal sealed record WeightRange(double Least, double Most, string MostWho);
