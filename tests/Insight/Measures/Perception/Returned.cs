// The homes that may have answered as ten landlords returned: as many as did, with weights where the counts are fractions.
using System.Globalization;
using Hearth.Support;

namespace Hearth.Insight.Tests.Measures.Perception;

internal static class Returned
{
    // tenths kept back from those who said yes, so that the tenths of five answers find room behind it
    private const int KeptBack = 5;

    /// <summary>The landlord weighted: what it returned are sums of weights.</summary>
    public static bool CountsAreFractions(this PublishedReturn landlord) =>
        landlord.Measures.Any(measure => measure.Counts.Any(count => count != decimal.Truncate(count)));

    /// <summary>
    /// The rows of the file that the survey company would send: whole homes, then tenths where the counts are fractions; and as many as answered, so that of homes that
    /// answered alike some count for two.
    /// </summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(this PublishedReturn landlord)
    {
        var weighted = landlord.CountsAreFractions();
        var columns = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (var filter in new[] { "TP02", "TP09", "TP10" }.Where(code => landlord.Measures.Any(measure => measure.Code == code)))
        {
            var behind = landlord
                .Measures.Where(measure => measure.Code == filter || (filter == "TP02" && measure.Code == "TP03"))
                .ToList();
            var yes = Math.Max(behind[0].Yes!.Value, behind.Max(measure => measure.Counts.Sum()));
            var column = columns[filter + "-filter"] = new Column(int.MaxValue);
            column.Put("Yes", yes, weighted ? Math.Max(0, (int)yes - KeptBack) : int.MaxValue);
            foreach (var measure in behind)
            {
                columns[measure.Code] = new Column(column.Wholes.Count);
            }
            column.Put("No", behind[0].No!.Value, int.MaxValue);
        }
        foreach (var measure in landlord.Measures)
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
        for (var at = rows.Count - 1; at > 0 && rows.Count > landlord.Sample; at--)
        {
            if (rows[at].Weight == 1 && rows[at - 1].Weight == 1 && rows[at].Row.SequenceEqual(rows[at - 1].Row))
            {
                rows[at - 1] = (rows[at].Row, 2);
                rows.RemoveAt(at--);
            }
        }
        while (rows.Count < landlord.Sample)
        {
            rows.Add(([], 1));
        }
        Assert.Equal(landlord.Sample, rows.Count);
        foreach (var (row, weight) in rows)
        {
            row["own"] = "y";
            if (weighted)
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
}
