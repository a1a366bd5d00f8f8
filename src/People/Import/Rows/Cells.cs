// The cells of one row by what they mean.
using Hearth.People.Import.Columns;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Values;

namespace Hearth.People.Import.Rows;

internal sealed class Cells(RawRow row, Dictionary<string, List<int>> columns)
{
    /// <summary>Every cell of the field that has something in it, in the order of the columns.</summary>
    public IEnumerable<string> All(ImportField field, int person = 0)
    {
        if (!columns.TryGetValue(new ColumnMeaning(field, person).Key, out var at))
        {
            yield break;
        }
        foreach (var index in at)
        {
            if (index < row.Cells.Count && !string.IsNullOrWhiteSpace(row.Cells[index]))
            {
                yield return row.Cells[index].Trim();
            }
        }
    }

    /// <summary>The first cell of the field; null where it is empty or says that nothing is known ("N/K").</summary>
    public string? Known(ImportField field, int person = 0) => All(field, person).FirstOrDefault(text => !CodeWords.IsBlank(text));

    /// <summary>As <see cref="Known"/>, white space folded to single spaces.</summary>
    public string? Line(ImportField field, int person = 0) =>
        Known(field, person) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
}
