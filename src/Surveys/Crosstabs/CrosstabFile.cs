// A table as CSV: a row for each pair of values, hidden where the page hides.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Statistics;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Crosstabs;

internal static class CrosstabFile
{
    public static byte[] Of(Crosstab table)
    {
        var sheet = new CsvSheet();
        foreach (var title in new[] { "rows", "row", "homes", "columns", "answer", "share", "low", "high", "only" })
        {
            sheet.Cell(title);
        }
        sheet.End();
        var only = string.Join("; ", table.Filters.Select(filter => filter.Words));
        foreach (var (r, row) in table.Rows.Values.Index())
        {
            foreach (var (c, column) in table.Columns.Values.Index())
            {
                var (people, @base) = (table.Shown.Cells[r][c], table.Shown.Bases[r]);
                sheet.Cell(table.Rows.Title).Cell(row);
                _ = @base is { } all ? sheet.Cell(all) : sheet.Cell(Marker.Hidden.Text);
                sheet.Cell(table.Columns.Title).Cell(column);
                if (people is { } shown && @base is { } enough && enough >= GroupTable.FewestForShare)
                {
                    var range = Proportion.Wilson(shown, enough, population: table.Populations[r])!.Value;
                    sheet
                        .Cell(Rounding.Percentage(shown, enough)!.Value)
                        .Cell(Charted.PerCent(range.Lower))
                        .Cell(Charted.PerCent(range.Upper));
                }
                else
                {
                    sheet.Cell((people is null ? Marker.Hidden : Marker.TooFew).Text).Cell("").Cell("");
                }
                sheet.Cell(only).End();
            }
        }
        return sheet.Bytes();
    }
}
