// What landlords returned to the regulator, and what the regulator made of it: for every test that holds Hearth against published figures.
using System.Globalization;

namespace Hearth.Support;

/// <summary>One measure: counts, or sums of weights, as returned, and the percentage published.</summary>
public sealed record ReturnedMeasure(
    string Code,
    decimal Percent,
    IReadOnlyList<decimal> Counts,
    decimal? NotApplicable,
    decimal? Yes,
    decimal? No,
    IReadOnlyList<int> Unweighted,
    decimal? UnweightedPercent
);

/// <summary>One landlord's result for one tenure and year.</summary>
public sealed record PublishedReturn(
    int Year,
    string Tenure,
    string Code,
    int Population,
    decimal Required,
    int Sample,
    double MarginPercent,
    bool Weighted,
    IReadOnlyList<ReturnedMeasure> Measures
)
{
    private static readonly string[] Options = ["vs", "fs", "nsd", "fd", "vd"];

    public override string ToString() => $"{Year} {Tenure} {Code}";

    /// <summary>Ten of them, complete.</summary>
    public static IReadOnlyList<PublishedReturn> Ten() =>
        [
            .. Rows("landlords.csv")
                .GroupBy(row => (row["year"], row["tenure"], row["landlord_code"]))
                .Select(rows =>
                {
                    var first = rows.First();
                    return new PublishedReturn(
                        int.Parse(first["year"], CultureInfo.InvariantCulture),
                        first["tenure"],
                        first["landlord_code"],
                        (int)Number(first["population"])!,
                        Number(first["required"])!.Value,
                        (int)Number(first["sample"])!,
                        (double)Number(first["margin_pct"])!,
                        first["weighted"] == "Yes",
                        [.. rows.Select(Measure)]
                    );
                }),
        ];

    /// <summary>Every landlord of a year that the regulator shows a population of.</summary>
    public static IReadOnlyList<PublishedReturn> Everyone(int year) =>
        [
            .. Rows($"tsm-perception-{year}.csv")
                .Where(row => Number(row["population"]) is not null)
                .Select(row => new PublishedReturn(
                    year,
                    row["tenure"],
                    row["code"],
                    (int)Number(row["population"])!,
                    Number(row["required_min"]) ?? 0,
                    (int)(Number(row["sample"]) ?? 0),
                    (double)(Number(row["moe_pct"]) ?? 0),
                    row["weighted"] == "Yes",
                    [.. Enumerable.Range(1, 12).Select(n => Measure(row, $"TP{n:00}")).OfType<ReturnedMeasure>()]
                )),
        ];

    private static ReturnedMeasure Measure(Dictionary<string, string> row) =>
        new(
            row["measure"],
            Number(row["published_pct"])!.Value,
            [.. Enumerable.Range(1, 5).Select(n => Number(row[$"a{n}"])!.Value)],
            Number(row["na"]),
            Number(row["yes"]),
            Number(row["no"]),
            row["u1"].Length == 0 ? [] : [.. Enumerable.Range(1, 5).Select(n => (int)Number(row[$"u{n}"])!)],
            Number(row["unweighted_pct"])
        );

    // what a landlord was not asked, or the regulator left out, has no counts or no percentage
    private static ReturnedMeasure? Measure(Dictionary<string, string> row, string code)
    {
        decimal?[] counts = [.. Options.Select(option => Number(row[$"{code}_{option}"]))];
        return Number(row[$"{code}_pct"]) is { } percent && counts.All(count => count is not null)
            ? new(
                code,
                percent,
                [.. counts.Select(count => count!.Value)],
                Number(row[$"{code}_na"]),
                Number(row[$"{code}_yes"]),
                Number(row[$"{code}_no"]),
                [],
                null
            )
            : null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<Dictionary<string, string>> Rows(string name)
    {
        using var reader = new StreamReader(typeof(PublishedReturn).Assembly.GetManifestResourceStream(name)!);
        string[]? headings = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }
            // no cell of these two files that is read here holds a comma within quotation marks
            var cells = line.Split(',');
            if (headings is null)
            {
                headings = cells;
                continue;
            }
            yield return headings.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }
}
