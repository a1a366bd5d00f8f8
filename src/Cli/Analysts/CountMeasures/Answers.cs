// How an answer, a filter and a weight stand in a cell.
using System.Globalization;
using Hearth.Cli.Analysts.Columns;

namespace Hearth.Cli.Analysts.CountMeasures;

/// <summary>What somebody said to the question before the question.</summary>
internal enum Filtered
{
    /// <summary>There is no such column, or no such question: the measure was put to everyone.</summary>
    NoFilter,
    Yes,
    No,
    DontKnow,
    Empty,
}

internal static class Answers
{
    public const int None = 0;
    public const int NotApplicable = 6;

    // beyond it a sum of a million weights leaves what a decimal holds exactly
    private const decimal LargestWeight = 1_000_000_000;

    /// <summary>1 (the best) to 5, not applicable, or none.</summary>
    public static int Answer(TableFile file, TableRows rows, int column)
    {
        var text = rows[column];
        return text switch
        {
            "" => None,
            ['1' or '2' or '3' or '4' or '5'] => text[0] - '0',
            // whole numbers with a point, as programs write a column that has gaps
            ['1' or '2' or '3' or '4' or '5', '.', '0'] => text[0] - '0',
            _ when text.Equals("na", StringComparison.OrdinalIgnoreCase) || text.Equals("n/a", StringComparison.OrdinalIgnoreCase) =>
                NotApplicable,
            _ => throw Refused.At(
                file.Name,
                rows.Line,
                file.Headings[column],
                $"“{text}” is no answer. Enter 1 (very satisfied or strongly agree) to 5, na, or leave the cell empty."
            ),
        };
    }

    public static Filtered Filter(TableFile file, TableRows rows, int? column)
    {
        if (column is not { } place)
        {
            return Filtered.NoFilter;
        }
        return rows[place].ToUpperInvariant() switch
        {
            "" => Filtered.Empty,
            "YES" or "Y" => Filtered.Yes,
            "NO" or "N" => Filtered.No,
            "NA" or "DK" or "DON'T KNOW" or "DON’T KNOW" => Filtered.DontKnow,
            _ => throw Refused.At(
                file.Name,
                rows.Line,
                file.Headings[place],
                $"“{rows[place]}” is neither yes nor no. Enter yes or no, na for don’t know, or leave the cell empty."
            ),
        };
    }

    public static decimal Weight(TableFile file, TableRows rows, int column)
    {
        var text = rows[column];
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
        {
            var words = text.Length == 0 ? "the cell is empty" : $"“{text}” is no number";
            throw Refused.At(file.Name, rows.Line, file.Headings[column], $"{words}. Enter the weight of this response, such as 1.25.");
        }
        return weight is > 0 and <= LargestWeight
            ? weight
            : throw Refused.At(
                file.Name,
                rows.Line,
                file.Headings[column],
                $"{text} is no weight. Enter a number above 0, up to {LargestWeight:0}, or take the row out."
            );
    }
}
