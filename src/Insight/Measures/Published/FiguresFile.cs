// All figures of a published year as one table, for whoever wants to work with them.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Published.Plain;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Published;

internal static class FiguresFile
{
    private const string Hidden = "[c]";

    public static byte[] Write(PublishedYear year)
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
            Row(
                csv,
                [
                    "Year",
                    "Version",
                    "Stock",
                    "Measure",
                    "Name",
                    "Figure",
                    "Unit",
                    "Low",
                    "High",
                    "Answers or numerator",
                    "Denominator",
                    "Target",
                ]
            );
            foreach (var row in Rows(year))
            {
                Row(csv, [year.Year.Name, Text(year.Publication.Number), .. row]);
            }
        }
        return memory.ToArray();
    }

    private static IEnumerable<string[]> Rows(PublishedYear year)
    {
        foreach (var figures in year.Perception)
        {
            foreach (var figure in figures.Measures)
            {
                yield return Perceived(figures.Stock, figure);
            }
        }
        foreach (var (line, counted) in year.Management)
        {
            yield return
            [
                Line.Code(line.Stock),
                line.Measure.Called,
                line.Measure.Name,
                counted.Applies ? Text(line.Work(counted)) : "Does not apply",
                line.IsShare ? "per cent" : "per 1,000 homes",
                "",
                "",
                Text(counted.Numerator),
                Text(counted.Denominator),
                counted.Target is { } target ? $"{Text(target)} {line.Measure.Target?.ToString().ToLowerInvariant()}" : "",
            ];
        }
    }

    // what a handful of homes said is nobody's figure
    private static string[] Perceived(StockType stock, MeasureFigure figure)
    {
        var hidden = figure.Base is > 0 and < PlainMeasure.Fewest;
        string Shown(string text) => hidden ? Hidden : text;
        return
        [
            Line.Code(stock),
            figure.Code,
            figure.Name,
            Shown(Text(figure.Published)),
            "per cent",
            Shown(figure.Low is { } low ? Text(low) : ""),
            Shown(figure.High is { } high ? Text(high) : ""),
            Shown(Text(figure.Base)),
            "",
            "",
        ];
    }

    private static string Text(decimal? number) => number?.ToString("0.0", CultureInfo.InvariantCulture) ?? "No figure";

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static void Row(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }
        csv.NextRecord();
    }
}
