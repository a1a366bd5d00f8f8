// Writes CSV that a spreadsheet opens as it is meant: quoted where it must be, and no cell that starts a formula.
using System.Globalization;
using System.Text;

namespace Hearth.Surveys.Results;

internal sealed class CsvSheet
{
    private readonly StringBuilder text = new();
    private bool started;

    /// <summary>Adds a cell of words, made safe.</summary>
    public CsvSheet Cell(string? words) => Raw(Safe(words ?? ""));

    /// <summary>Words as a cell holds them: what a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).</summary>
    public static string Safe(string words) =>
        words.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '|' or '%', ..] ? "'" + words : words;

    public CsvSheet Cell(decimal number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends the row.</summary>
    public void End()
    {
        text.Append("\r\n");
        started = false;
    }

    /// <summary>UTF-8 with a mark, by which Excel knows it.</summary>
    public byte[] Bytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private CsvSheet Raw(string cell)
    {
        if (started)
        {
            text.Append(',');
        }
        started = true;
        if (cell.AsSpan().ContainsAny(",\"\r\n"))
        {
            text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(cell);
        }
        return this;
    }
}
