// What ten landlords returned to the regulator and what it published, and the homes that may have answered so: as many as did, with weights where the counts are fractions.
using System.Globalization;

namespace Hearth.Insight.Tests.Measures.Perception;

internal sealed record ReturnedMeasure(
    string Code,
    decimal Percent,
    IReadOnlyList<decimal> Counts,
    decimal? NotApplicable,
    decimal? Yes,
    decimal? No,
    IReadOnlyList<int> Unweighted,
    decimal? UnweightedPercent
);

internal sealed record Returned(
    int Year,
    string Tenure,
    string Code,
    int Population,
    decimal Required,
    int Sample,
    double MarginPercent,
    IReadOnlyList<ReturnedMeasure> Measures
)
{
    // a weight of one, a tenth more and a tenth less, with which any count of tenths is made of homes; and small ones for those who said yes and no more
    private static readonly decimal[] Weights = [1m, 1.1m, 0.9m, 0.5m, 0.1m];

    public bool IsWeighted => Measures.Any(measure => measure.Counts.Any(count => count != decimal.Truncate(count)));

    public override string ToString() => $"{Year} {Tenure} {Code}";

    public static IReadOnlyList<Returned> Ten()
    {
        using var reader = new StreamReader(typeof(Returned).Assembly.GetManifestResourceStream("landlords.csv")!);
        var lines = reader
            .ReadToEnd()
            .Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToList();
        var headings = lines[0].Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Select(line => headings.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))
                .GroupBy(row => (row["year"], row["tenure"], row["landlord_code"]))
                .Select(rows => new Returned(
                    (int)Number(rows.Key.Item1)!,
                    rows.Key.Item2,
                    rows.Key.Item3,
                    (int)Number(rows.First()["population"])!,
                    Number(rows.First()["required"])!.Value,
                    (int)Number(rows.First()["sample"])!,
                    (double)Number(rows.First()["margin_pct"])!,
                    [.. rows.Select(Measure)]
                )),
        ];
    }

    /// <summary>The rows of the file that the survey company would send.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows()
    {
        var columns = new Dictionary<string, List<(string Cell, int[] Homes)>>();
        foreach (var filter in new[] { "TP02", "TP09", "TP10" }.Where(code => Measures.Any(measure => measure.Code == code)))
        {
            var behind = Measures.Where(measure => measure.Code == filter || (filter == "TP02" && measure.Code == "TP03")).ToList();
            var asked = behind[0];
            var yes = Yes(
                Math.Max(asked.Yes!.Value, behind.Max(measure => measure.Counts.Sum())),
                [.. behind.Select(measure => measure.Counts.Select(Of).Aggregate(Sum))]
            );
            columns.Add($"{filter}-filter", [("Yes", yes), ("No", Of(asked.No!.Value))]);
        }
        foreach (var measure in Measures)
        {
            List<(string, int[])> cells = [.. measure.Counts.Select((count, at) => ($"{at + 1}", Of(count)))];
            // some put in the return what the regulator does not offer
            if (measure.NotApplicable is { } na && measure.Yes is null && measure.Code is not ("TP01" or "TP04"))
            {
                cells.Add(("na", Of(na)));
            }
            columns.Add(measure.Code, cells);
        }
        var most = Enumerable
            .Range(0, Weights.Length)
            .Select(kind => columns.Values.Max(cells => cells.Sum(cell => cell.Homes[kind])))
            .ToArray();
        int[] homes = [Sample - most[1..].Sum(), .. most[1..]];
        Assert.True(homes[0] >= most[0], $"{this}: {Sample} homes cannot have answered so");

        var rows = Enumerable.Range(0, Sample).Select(_ => new Dictionary<string, string> { ["own"] = "y" }).ToList();
        foreach (var (column, cells) in columns)
        {
            for (var (kind, first) = (0, 0); kind < Weights.Length; first += homes[kind++])
            {
                var at = first;
                foreach (var (cell, many) in cells)
                {
                    for (var i = 0; i < many[kind]; i++)
                    {
                        rows[at++][column] = cell;
                    }
                }
            }
        }
        if (IsWeighted)
        {
            var weights = homes.SelectMany((many, kind) => Enumerable.Repeat(Weights[kind], many));
            foreach (var (row, weight) in rows.Zip(weights))
            {
                row["weight"] = weight.ToString(CultureInfo.InvariantCulture);
            }
        }
        return rows;
    }

    private static int[] Of(decimal count)
    {
        var tenths = (int)(10 * count % 10);
        int[] homes =
            tenths <= 5 ? [(int)(count - (1.1m * tenths)), tenths, 0, 0, 0] : [(int)(count - (0.9m * (10 - tenths))), 0, 10 - tenths, 0, 0];
        Assert.Equal(count, homes.Zip(Weights, (many, weight) => many * weight).Sum());
        return homes;
    }

    // as many of each kind as any measure behind it needs, and together what said yes
    private static int[] Yes(decimal said, IReadOnlyList<int[]> needed)
    {
        int[] least = [.. Enumerable.Range(0, 3).Select(kind => needed.Max(homes => homes[kind]))];
        var left = said - least.Zip(Weights, (many, weight) => many * weight).Sum();
        Assert.True(left >= 0, $"{said} said yes, and more answered");
        var rest = left - decimal.Truncate(left);
        return [least[0] + (int)left, least[1], least[2], rest >= 0.5m ? 1 : 0, (int)(10 * rest) % 5];
    }

    private static int[] Sum(int[] first, int[] second) => [.. first.Zip(second, (one, two) => one + two)];

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

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
