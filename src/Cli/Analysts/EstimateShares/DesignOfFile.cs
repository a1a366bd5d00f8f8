// The design of a sample as its columns tell it: strata with their populations, and what it is raked to.
using Hearth.Cli.Analysts.Columns;
using Hearth.Cli.Analysts.WeighResponses;
using Hearth.Statistics.Estimation;
using Hearth.Statistics.Weighting;

namespace Hearth.Cli.Analysts.EstimateShares;

/// <param name="Design">What the standard errors must know.</param>
/// <param name="Kind">The design in words.</param>
/// <param name="Raked">The weights, where there are targets.</param>
/// <param name="Warnings">What to know before the figures are used.</param>
internal sealed record DesignOfFile(SampleDesign Design, string Kind, RakedRows? Raked, IReadOnlyList<string> Warnings)
{
    public static DesignOfFile Of(
        string file,
        int rows,
        (CodedColumn Column, CountsFile Counts)? strata,
        (IReadOnlyList<CodedColumn> Columns, CountsFile Counts)? targets,
        CancellationToken stop
    )
    {
        var warnings = new List<string>();
        var stratified = strata is { } found ? Strata.Of(file, found.Column, found.Counts, warnings) : null;
        var before = stratified?.Weights ?? [];
        if (targets is not { } known)
        {
            return stratified is null
                ? new(SampleDesign.Simple(rows), "simple random", null, warnings)
                : new(stratified.Design(before), "stratified", null, warnings);
        }
        var raked = RakedRows.Of(file, known.Columns, known.Counts, limits: null, before, stop);
        warnings.AddRange(
            raked.Result.Collapsed.Select(merged =>
                $"{merged.Variable}: “{merged.Category}”, of whom nobody answered as the targets have it, was merged into “{merged.Into}”."
            )
        );
        var final = raked.Result.ToArray();
        var design = stratified is null ? SampleDesign.Simple(final) : stratified.Design(final);
        return new(design.Calibrated(raked.Margins(), before), stratified is null ? "raked" : "stratified, raked", raked, warnings);
    }

    private sealed record Strata(int[] Codes, double[] Populations, double[] Weights)
    {
        public SampleDesign Design(double[] weights) => SampleDesign.Stratified(weights, Codes, Populations);

        public static Strata Of(string file, CodedColumn column, CountsFile counts, List<string> warnings)
        {
            var variable = counts.Of(column.Name);
            var codes = column.Recoded(variable.Match(column, file, counts.File));
            double[] populations = [.. variable.Categories.Select(category => (double)category.Count)];
            var rows = new int[populations.Length];
            foreach (var code in codes)
            {
                rows[code]++;
            }
            foreach (var (stratum, category) in variable.Categories.Index())
            {
                if (category.Count < rows[stratum])
                {
                    throw Refused.At(
                        counts.File,
                        category.Line,
                        "count",
                        $"{variable.Name} “{category.Name}” holds {Figures.Count(category.Count)}, and {Figures.Count(rows[stratum])} of it are in {file}. Correct one of the two."
                    );
                }
                if (rows[stratum] == 0 && category.Count > 0)
                {
                    warnings.Add(
                        $"Nobody in {variable.Name} “{category.Name}” answered ({Figures.Count(category.Count)} households): the figures do not stand for them."
                    );
                }
                if (rows[stratum] == 1 && category.Count > 1)
                {
                    warnings.Add(
                        $"One response only in {variable.Name} “{category.Name}”: how far answers differ there cannot be known, so figures that rest on it have no standard error. Merge it with a stratum like it, in both files."
                    );
                }
            }
            return new(codes, populations, [.. codes.Select(code => populations[code] / rows[code])]);
        }
    }
}
