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
    // tenths kept back from those who said yes, so that the tenths of five answers find room behind it
    private const int KeptBack = 5;

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

    /// <summary>
    /// The rows of the file that the survey company would send: whole homes, then tenths where the counts are fractions; and as many as answered, so that of homes that
    /// answered alike some count for two.
    /// </summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows()
    {
        var columns = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (var filter in new[] { "TP02", "TP09", "TP10" }.Where(code => Measures.Any(measure => measure.Code == code)))
        {
            var behind = Measures.Where(measure => measure.Code == filter || (filter == "TP02" && measure.Code == "TP03")).ToList();
            var yes = Math.Max(behind[0].Yes!.Value, behind.Max(measure => measure.Counts.Sum()));
            var column = columns[filter + "-filter"] = new Column(int.MaxValue);
            column.Put("Yes", yes, IsWeighted ? Math.Max(0, (int)yes - KeptBack) : int.MaxValue);
            foreach (var measure in behind)
            {
                columns[measure.Code] = new Column(column.Wholes.Count);
            }
            column.Put("No", behind[0].No!.Value, int.MaxValue);
        }
        foreach (var measure in Measures)
        {
            if (!columns.TryGetValue(measure.Code, out var column))
            {
                columns.Add(measure.Code, column = new Column(int.MaxValue));
            }
            foreach (var (at, count) in measure.Counts.Index())
            {
                column.Put($"{at + 1}", count, int.MaxValue);
            }
            // some put in the return what the regulator does not offer
            if (measure.NotApplicable is { } na && measure.Yes is null && measure.Code is not ("TP01" or "TP04"))
            {
                column.Put("na", na, int.MaxValue);
            }
        }
        List<(Dictionary<string, string> Row, decimal Weight)> rows =
        [
            .. Laid(columns, column => column.Wholes).Select(row => (row, 1m)),
            .. Laid(columns, column => column.Tenths).Select(row => (row, 0.1m)),
        ];
        for (var at = rows.Count - 1; at > 0 && rows.Count > Sample; at--)
        {
            if (rows[at].Weight == 1 && rows[at - 1].Weight == 1 && rows[at].Row.SequenceEqual(rows[at - 1].Row))
            {
                rows[at - 1] = (rows[at].Row, 2);
                rows.RemoveAt(at--);
            }
        }
        while (rows.Count < Sample)
        {
            rows.Add(([], 1));
        }
        Assert.Equal(Sample, rows.Count);
        foreach (var (row, weight) in rows)
        {
            row["own"] = "y";
            if (IsWeighted)
            {
                row["weight"] = weight.ToString(CultureInfo.InvariantCulture);
            }
        }
        return [.. rows.Select(row => row.Row)];
    }

    private static IEnumerable<Dictionary<string, string>> Laid(Dictionary<string, Column> columns, Func<Column, List<string>> part)
    {
        for (var at = 0; at < columns.Values.Max(column => part(column).Count); at++)
        {
            yield return columns
                .Where(column => at < part(column.Value).Count)
                .ToDictionary(column => column.Key, column => part(column.Value)[at], StringComparer.Ordinal);
        }
    }

    /// <param name="room">How many whole homes there are that may answer.</param>
    private sealed class Column(int room)
    {
        public List<string> Wholes { get; } = [];

        public List<string> Tenths { get; } = [];

        public void Put(string cell, decimal count, int most)
        {
            var wholes = Math.Min((int)decimal.Truncate(count), Math.Min(most, room - Wholes.Count));
            var tenths = 10 * (count - wholes);
            Assert.Equal(decimal.Truncate(tenths), tenths);
            Wholes.AddRange(Enumerable.Repeat(cell, wholes));
            Tenths.AddRange(Enumerable.Repeat(cell, (int)tenths));
        }
    }

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
