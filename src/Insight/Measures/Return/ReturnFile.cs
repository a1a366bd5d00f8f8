// The return as a file: one row a datapoint.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Hearth.Insight.Measures.Management;

namespace Hearth.Insight.Measures.Return;

internal static class ReturnFile
{
    public static IReadOnlyList<ReturnRow> Rows(YearToReport report) =>
        [
            .. SurveyRows.OfLandlord(report),
            .. report.Stocks.SelectMany(stock => SurveyRows.Of(stock).Concat(PerceptionRows.Of(stock.Facts.Figures))),
            .. ManagementRows.Of(report),
        ];

    public static byte[] Write(IReadOnlyList<ReturnRow> rows)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (
            var csv = new CsvWriter(
                writer,
                new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }
            )
        )
        {
            Row("Code", "Question", "Stock", "Value");
            foreach (var row in rows)
            {
                Row(row.Code, row.Question, Line.Code(row.Stock), row.Value);
            }

            void Row(params ReadOnlySpan<string> cells)
            {
                foreach (var cell in cells)
                {
                    csv.WriteField(cell);
                }
                csv.NextRecord();
            }
        }
        return memory.ToArray();
    }

    public static string Name(ReportingYear year) => $"tsm-return-{year.Ending - 1}-{year.Ending % 100:00}.csv";
}
