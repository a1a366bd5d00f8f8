// Those who answered beside everyone, by each variable that everyone is counted by.
using Hearth.Cli.Analysts.Columns;
using Hearth.Statistics;

namespace Hearth.Cli.Analysts.CompareGroups;

/// <param name="File">The file of those who answered.</param>
/// <param name="Responses">How many they are.</param>
/// <param name="Variables">In the order of the counts.</param>
internal sealed record Comparison(string File, int Responses, IReadOnlyList<ComparedVariable> Variables)
{
    /// <summary>The chance where groups are small is found by drawing; from one seed, so that it comes out the same each time.</summary>
    public const int Seed = 40_217;

    public static Comparison Of(TableFile file, CountsFile counts, CancellationToken stop)
    {
        var columns = CodedColumn.Read(file, [.. counts.Variables.Select(variable => variable.Name)], stop);
        return new(
            file.Name,
            columns[0].Rows,
            [.. columns.Zip(counts.Variables, (column, variable) => Of(file.Name, column, counts.File, variable))]
        );
    }

    public IEnumerable<string> Lines()
    {
        yield return $"{File}: {Figures.Of(Responses, "response", "responses")}";
        foreach (var variable in Variables)
        {
            yield return "";
            foreach (var line in variable.Lines())
            {
                yield return line;
            }
        }
    }

    private static ComparedVariable Of(string file, CodedColumn column, string counts, CountedVariable variable)
    {
        if (variable.Categories.Find(category => category.Count != decimal.Truncate(category.Count)) is { } broken)
        {
            throw Refused.At(counts, broken.Line, "count", $"{broken.Count} is no number of households. Enter a whole number.");
        }
        if (variable.Total > int.MaxValue)
        {
            throw Refused.File(counts, $"the counts of {variable.Name} add up to more than {int.MaxValue}. Check them.");
        }
        var places = variable.Match(column, file, counts, empty: variable.Categories.Count);
        var heard = new int[variable.Categories.Count + 1];
        for (var code = 0; code < places.Length; code++)
        {
            heard[places[code]] += column.Counts[code];
        }
        GroupCount[] groups =
        [
            .. variable.Categories.Select(
                (category, i) => new GroupCount(category.Name, (int)category.Count, heard[i], category.Name.Length == 0)
            ),
        ];
        // of whom it is not known, where that is no category of everyone: they may be of any group, and stand beside the comparison
        return ComparedVariable.Of(column.Name, Representativeness.Compare(groups, new GoodnessOfFitOptions(Seed: Seed)), heard[^1]);
    }
}
