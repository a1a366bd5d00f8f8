// Rows of a report that are not data: blank ones, headings said again on each page, totals and "end of report".
using System.Text.RegularExpressions;
using Hearth.People.Import.Columns;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Values;

namespace Hearth.People.Import.Rows;

internal static partial class FootOfReport
{
    public static bool IsNotData(RawRow raw, IReadOnlyList<string> headings, Cells row)
    {
        if (raw.IsBlank)
        {
            return true;
        }
        var filled = raw.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        if (filled.Count >= 2 && filled.Count >= headings.Count / 2 && IsHeadingsAgain(raw.Cells, headings))
        {
            return true;
        }
        if (Rule().IsMatch(string.Concat(filled)))
        {
            return true;
        }
        // a total has a word that says so and a figure or two; it names no tenant
        return filled.Count <= Math.Max(3, headings.Count / 4)
            && row.Known(ImportField.FullName, 1) is null or { Length: 0 }
            && row.Known(ImportField.FamilyName, 1) is null
            && filled.Any(cell => Total().IsMatch(cell));
    }

    private static bool IsHeadingsAgain(IReadOnlyList<string> cells, IReadOnlyList<string> headings)
    {
        var same = 0;
        for (var i = 0; i < Math.Min(cells.Count, headings.Count); i++)
        {
            if (headings[i].Length > 0 && Fold.Letters(cells[i]) == Fold.Letters(headings[i]))
            {
                same++;
            }
        }
        return same * 2 > headings.Count(heading => heading.Length > 0);
    }

    [GeneratedRegex(
        @"^\W*(grand total|sub-?total|totals?|count|number of|no\.? of|records?|rows?|end of|report|printed|produced|generated|exported|run (?:on|by|date)|page \d+|\d+ (?:rows?|records?|tenanc|propert|homes?))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Total();

    [GeneratedRegex(@"^[-=_*.\s]+$")]
    private static partial Regex Rule();
}
