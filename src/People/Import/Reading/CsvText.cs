// Writes cells as CSV that a spreadsheet opens without running anything in it.
using System.Text;

namespace Hearth.People.Import.Reading;

internal static class CsvText
{
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted));

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).</summary>
    public static string SafeLine(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => Quoted(Safe(cell))));

    private static string Safe(string cell) =>
        cell.TrimStart() is ['=' or '+' or '-' or '@', ..] || cell is ['\t' or '\r' or '\n', ..] ? "'" + cell : cell;

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",;\t\"\r\n") < 0
            ? cell
            : new StringBuilder(cell).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
