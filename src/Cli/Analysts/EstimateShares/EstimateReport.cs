// Shares by group with how sure they are.
using Hearth.Cli.Analysts.Columns;
using Hearth.Cli.Analysts.WeighResponses;
using Hearth.Statistics.Estimation;
using Measured = Hearth.Statistics.Estimation.Measure;

namespace Hearth.Cli.Analysts.EstimateShares;

/// <param name="File">The file.</param>
/// <param name="Responses">Its rows.</param>
/// <param name="Value">The column of answers.</param>
/// <param name="Satisfied">Answers that count.</param>
/// <param name="Base">Answers in the base.</param>
/// <param name="NotInBase">Other answers and empty cells, with the rows that have them.</param>
/// <param name="Design">simple random, stratified, raked, or both.</param>
/// <param name="Interval">How the range was found.</param>
/// <param name="By">The column of groups; null for everyone only.</param>
/// <param name="Groups">Everyone first, then each group.</param>
/// <param name="Warnings">What to know before the figures are used.</param>
internal sealed record EstimateReport(
    string File,
    int Responses,
    string Value,
    IReadOnlyList<string> Satisfied,
    IReadOnlyList<string> Base,
    IReadOnlyDictionary<string, int> NotInBase,
    string Design,
    string Interval,
    string? By,
    IReadOnlyList<GroupEstimate> Groups,
    IReadOnlyList<string> Warnings
)
{
    public const string Everyone = "all";
    public const string Empty = "(empty)";

    public static EstimateReport Of(TableFile file, ShareAsked asked, CountsFile? population, CountsFile? targets, CancellationToken stop)
    {
        string[] names =
        [
            asked.Value,
            .. asked.By is { } by ? [by] : Array.Empty<string>(),
            .. asked.Strata is { } strata ? [strata] : Array.Empty<string>(),
            .. targets?.Variables.Select(variable => variable.Name) ?? [],
        ];
        var columns = CodedColumn.Read(file, names, stop);
        var next = 1;
        var groups = asked.By is null ? null : columns[next++];
        var strataColumn = asked.Strata is null ? null : columns[next++];
        var design = DesignOfFile.Of(
            file.Name,
            columns[0].Rows,
            strataColumn is null ? null : (strataColumn, population!),
            targets is null ? null : ([.. columns.Skip(next)], targets),
            stop
        );
        var (answers, notInBase) = Answers(file.Name, columns[0], asked);
        var measure = Measured.Share(
            answers,
            [.. asked.Satisfied.Select(answer => asked.Base.Index().First(one => one.Item == answer).Index)],
            [.. Enumerable.Range(0, asked.Base.Count)]
        );
        var stratified = strataColumn is not null;
        var estimates = new List<GroupEstimate>
        {
            GroupEstimate.Of(Everyone, Estimates.Of(design.Design, measure), asked.Interval, stratified),
        };
        if (groups is not null)
        {
            int[] order =
            [
                .. Enumerable.Range(0, groups.Categories.Count).OrderBy(code => groups.Categories[code], StringComparer.Ordinal),
            ];
            var table = Estimates.Table(design.Design, [measure], new Categories(groups.Codes.ToArray(), order.Length));
            estimates.AddRange(
                order.Select(code => GroupEstimate.Of(Named(groups.Categories[code]), table[0, code], asked.Interval, stratified))
            );
        }
        return new(
            file.Name,
            columns[0].Rows,
            columns[0].Name,
            asked.Satisfied,
            asked.Base,
            notInBase,
            design.Kind,
            asked.Interval.ToString().ToLowerInvariant(),
            groups?.Name,
            estimates,
            [.. design.Warnings, .. Warn(file, asked.Interval, estimates, targets is not null)]
        );
    }

    public IEnumerable<string> Lines()
    {
        yield return $"{File}: {Value} {string.Join(", ", Satisfied)} of {string.Join(", ", Base)}; {Design} sample, {Figures.Of(Responses, "response", "responses")}";
        yield return "";
        string[] head = [By ?? "", "n", "Estimate", "Standard error", "From", "To", "Margin"];
        foreach (var line in Figures.Table(head, Groups.Select(group => group.Cells())))
        {
            yield return line;
        }
        if (NotInBase.Count > 0)
        {
            yield return $"Not in the base: {string.Join(", ", NotInBase.Select(answer => $"{answer.Key} ({Figures.Count(answer.Value)})"))}.";
        }
        foreach (var warning in Warnings)
        {
            yield return warning;
        }
    }

    private static IEnumerable<string> Warn(TableFile file, Interval interval, IReadOnlyList<GroupEstimate> estimates, bool raked)
    {
        if (file.Headings.FirstOrDefault(heading => heading.Equals(WeighCommand.Weight, StringComparison.OrdinalIgnoreCase)) is { } weight)
        {
            yield return raked
                ? $"The column {weight} is not used: the weights are worked out again from the targets."
                : $"The column {weight} is not used. For weighted figures name what it was weighted to: --targets.";
        }
        if (interval == EstimateShares.Interval.Logit && estimates.Any(one => one.Estimate is 0 or 1))
        {
            yield return "A share of 0 or 100% has no range by logit. Use wilson or beta for those.";
        }
    }

    private static string Named(string category) => category.Length == 0 ? Empty : category;

    private static (int[] Codes, SortedDictionary<string, int> NotInBase) Answers(string file, CodedColumn column, ShareAsked asked)
    {
        var notInBase = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var codes = new int[column.Categories.Count];
        for (var code = 0; code < codes.Length; code++)
        {
            // 1.0 is how programs write 1 in a column that has gaps
            var text =
                column.Categories[code] is [.. var whole, '.', '0'] && whole.All(char.IsAsciiDigit) ? whole : column.Categories[code];
            codes[code] = asked.Base.Index().Where(one => one.Item == text).Select(one => one.Index).DefaultIfEmpty(-1).First();
            if (codes[code] < 0)
            {
                notInBase[Named(text)] = notInBase.GetValueOrDefault(Named(text)) + column.Counts[code];
            }
        }
        if (codes.All(code => code < 0))
        {
            throw Refused.File(
                file,
                $"no answer in the column {column.Name} is in --base {string.Join(',', asked.Base)}. It holds: {string.Join(", ", notInBase.Keys.Take(20))}. Name answers as the file has them."
            );
        }
        return (column.Recoded(codes), notInBase);
    }
}
