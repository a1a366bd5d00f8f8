// A column of categories: the code of each row, and how many codes there are.
namespace Hearth.Statistics.Estimation;

/// <summary>A column of categories: an area, an age band, an answer. A margin of a raked sample, the groups of a table, a side of a two-way table.</summary>
/// <param name="Codes">
/// One code a row, from 0 to <paramref name="Count"/> − 1. A negative code says that the row has none: it is in no group and in no cell.
/// A margin of calibration has a code for every row. The memory is read, never copied and never written.
/// </param>
/// <param name="Count">How many categories there are, 1 or more; some may have no row.</param>
public readonly record struct Categories(ReadOnlyMemory<int> Codes, int Count)
{
    /// <summary>Refuses a column of another length, or a code that there is no category for.</summary>
    internal void Check(int rows, bool everyRow, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1, parameter);
        if (Codes.Length != rows)
        {
            throw new ArgumentException($"There are {rows} rows and {Codes.Length} codes.", parameter);
        }
        var codes = Codes.Span;
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= Count || (everyRow && codes[row] < 0))
            {
                throw new ArgumentException($"Row {row} has the code {codes[row]}, and there are {Count} categories.", parameter);
            }
        }
    }
}
