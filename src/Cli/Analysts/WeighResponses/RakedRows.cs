// Weights that bring the rows of a file to what is known of everyone.
using Hearth.Cli.Analysts.Columns;
using Hearth.Statistics.Estimation;
using Hearth.Statistics.Weighting;

namespace Hearth.Cli.Analysts.WeighResponses;

/// <param name="Variables">What was weighted by.</param>
/// <param name="Result">The weights, which average 1.</param>
/// <param name="NotKnown">For each variable, the rows whose cell is empty: together they keep their share.</param>
internal sealed record RakedRows(IReadOnlyList<WeightingVariable> Variables, WeightingResult Result, IReadOnlyList<int> NotKnown)
{
    /// <param name="file">The name of the file of rows.</param>
    /// <param name="columns">Its columns, one for each variable of the targets, in their order.</param>
    /// <param name="targets">What is known of everyone.</param>
    /// <param name="limits">How little and how much one row may count for.</param>
    /// <param name="before">The weights before; empty where all are alike.</param>
    /// <param name="stop">Ends it.</param>
    public static RakedRows Of(
        string file,
        IReadOnlyList<CodedColumn> columns,
        CountsFile targets,
        WeightLimits? limits,
        double[] before,
        CancellationToken stop
    )
    {
        var variables = new List<WeightingVariable>();
        var notKnown = new List<int>();
        foreach (var (column, target) in columns.Zip(targets.Variables))
        {
            RefuseThoseWhoShouldNotBe(file, column, targets, target);
            var codes = column.Recoded(target.Match(column, file, targets.File, empty: WeightingVariable.Unknown));
            notKnown.Add(codes.Count(code => code == WeightingVariable.Unknown));
            if (notKnown[^1] == codes.Length)
            {
                throw Refused.File(
                    file,
                    $"the column {column.Name} is empty in every row. Fill it, or take {target.Name} out of {targets.File}."
                );
            }
            variables.Add(
                new(
                    column.Name,
                    codes,
                    [.. target.Categories.Select(category => category.Name)],
                    [.. target.Categories.Select(category => (double)category.Count)]
                )
            );
        }
        stop.ThrowIfCancellationRequested();
        var options = new WeightingOptions
        {
            Targets = targets.Variables.All(IsShares) ? TargetKind.Shares : TargetKind.Counts,
            Limits = limits,
            CollapseBelow = 1,
        };
        var result = Statistics.Weighting.Raking.Rake(variables, options, before);
        return result.IsWeighted
            ? new(variables, result, notKnown)
            : throw Refused.File(targets.File, string.Join(Environment.NewLine, result.Refusals.Select(refusal => refusal.Message)));
    }

    /// <summary>
    /// The margins that the weights meet: merged categories are one, and those of whom it is not known, who keep their share, are one of their own.
    /// </summary>
    public IReadOnlyList<Categories> Margins() => [.. Variables.Zip(Result.Groups, Margin)];

    private static Categories Margin(WeightingVariable variable, IReadOnlyList<int> groupOf)
    {
        var known = groupOf.Max() + 1;
        var codes = variable.Codes.ToArray();
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = codes[row] == WeightingVariable.Unknown ? known : groupOf[codes[row]];
        }
        return new(codes, known + 1);
    }

    // nobody answers of whom there is none: one of the two files is wrong
    private static void RefuseThoseWhoShouldNotBe(string file, CodedColumn column, CountsFile targets, CountedVariable target)
    {
        foreach (var category in target.Categories.Where(category => category.Count == 0))
        {
            if (column.CodeOf(category.Name) is >= 0 and var code)
            {
                throw Refused.At(
                    targets.File,
                    category.Line,
                    "count",
                    $"{target.Name} “{category.Name}” is 0, and {Figures.Count(column.Counts[code])} of it are in {file} (the first on line {column.FirstLines[code]}). Correct the count, or the rows."
                );
            }
        }
    }

    // percentages that were rounded add up to a little more or less than 100
    private static bool IsShares(CountedVariable variable) => variable.Total is (> 99 and < 101) or (> 0.99m and < 1.01m);
}
