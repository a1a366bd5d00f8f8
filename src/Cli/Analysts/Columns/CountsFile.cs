// What is known of everyone: a file of variable, category and count.
using System.Globalization;

namespace Hearth.Cli.Analysts.Columns;

/// <param name="File">The file's name, for messages.</param>
/// <param name="Variables">In the order of the file.</param>
internal sealed record CountsFile(string File, IReadOnlyList<CountedVariable> Variables)
{
    public const string Columns = "CSV with the columns variable, category and count, the first of them variable";

    public static CountsFile Read(string path, CancellationToken stop)
    {
        using var file = TableFile.Open(path);
        return Read(file, stop);
    }

    public static CountsFile Read(TableFile file, CancellationToken stop)
    {
        var (variable, category, count) = (file.PlaceOf("variable"), file.PlaceOf("category"), file.PlaceOf("count"));
        var variables = new List<CountedVariable>();
        using var rows = file.Rows();
        while (rows.Next())
        {
            stop.ThrowIfCancellationRequested();
            var name = rows[variable];
            if (name.Length == 0)
            {
                throw Refused.At(file.Name, rows.Line, "variable", "the cell is empty. Enter the heading of the column that it counts.");
            }
            // one column, whatever the case of its letters
            var counted = variables.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
            if (counted is null)
            {
                variables.Add(counted = new CountedVariable(name));
            }
            if (counted.Find(rows[category]) is { } earlier)
            {
                throw Refused.At(
                    file.Name,
                    rows.Line,
                    "category",
                    $"{name} “{rows[category]}” stands on line {earlier.Line} already. Add the two counts up, or remove one."
                );
            }
            counted.Categories.Add(new(rows[category], Number(file, rows, count), rows.Line));
        }
        if (variables.Count == 0)
        {
            throw Refused.File(file.Name, "there are no rows below the header row.");
        }
        if (variables.Find(one => one.Total == 0) is { } empty)
        {
            throw Refused.File(file.Name, $"the counts of {empty.Name} are all 0. Enter how many there are in each category.");
        }
        return new(file.Name, variables);
    }

    /// <summary>The variable of this name; refused where there is none.</summary>
    public CountedVariable Of(string name) =>
        Variables.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw Refused.File(
            File,
            $"there are no counts of “{name}”. There are counts of: {string.Join(", ", Variables.Select(one => one.Name))}."
        );

    private static decimal Number(TableFile file, TableRows rows, int column)
    {
        var text = rows[column];
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            throw Refused.At(
                file.Name,
                rows.Line,
                "count",
                text.Length == 0
                    ? "the cell is empty. Enter how many there are, such as 1459."
                    : $"“{text}” is no number. Enter how many there are in figures alone, such as 1459."
            );
        }
        return number is >= 0 and <= int.MaxValue
            ? number
            : throw Refused.At(file.Name, rows.Line, "count", $"{text} is no count. Enter 0 or more, and no more than {int.MaxValue}.");
    }
}

/// <summary>One thing that everyone is counted by.</summary>
internal sealed record CountedVariable(string Name)
{
    public List<CountedCategory> Categories { get; } = [];

    public decimal Total => Categories.Sum(category => category.Count);

    public CountedCategory? Find(string category) => Categories.Find(one => one.Name == category);

    /// <summary>
    /// Each category of the column as its place among the categories counted. A category of the column that is not counted is refused with its line;
    /// an empty cell may be given a place of its own.
    /// </summary>
    /// <param name="column">The column of this variable.</param>
    /// <param name="file">The name of the file it is in.</param>
    /// <param name="counts">The name of the file of counts.</param>
    /// <param name="empty">The place of an empty cell that is not counted; null where it is refused.</param>
    public int[] Match(CodedColumn column, string file, string counts, int? empty = null)
    {
        var places = new int[column.Categories.Count];
        for (var code = 0; code < places.Length; code++)
        {
            var text = column.Categories[code];
            places[code] = Categories.FindIndex(one => one.Name == text);
            if (places[code] >= 0)
            {
                continue;
            }
            if (text.Length == 0 && empty is { } place)
            {
                places[code] = place;
                continue;
            }
            var more = column.Counts[code] > 1 ? FormattableString.Invariant($" ({column.Counts[code]:N0} rows have it)") : "";
            var words = text.Length == 0 ? "the cell is empty" : $"{counts} does not count “{text}”";
            throw Refused.At(
                file,
                column.FirstLines[code],
                column.Name,
                $"{words}{more}. It counts: {string.Join(", ", Categories.Take(20).Select(one => one.Name))}{(Categories.Count > 20 ? " …" : "")}. Correct the cell, or count it in {counts}."
            );
        }
        return places;
    }
}

/// <param name="Name">The category as the file of rows has it.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Line">The line it stands on.</param>
internal sealed record CountedCategory(string Name, decimal Count, int Line);
