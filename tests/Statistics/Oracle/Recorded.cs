// What R's survey package made of the same data: read from the files beside the script that made them.
using System.Globalization;
using Hearth.Statistics.Estimation;

namespace Hearth.Statistics.Tests.Oracle;

/// <summary>A figure that R gave: which design, what, of which measure and group.</summary>
internal sealed record RecordedFigure(string Design, string What, string Measure, string Group, string Name, double Value);

/// <summary>A CSV file of the oracle as columns.</summary>
internal sealed class Recorded
{
    private readonly Dictionary<string, string[]> columns;

    private Recorded(string file)
    {
        using var reader = new StreamReader(typeof(Recorded).Assembly.GetManifestResourceStream(file)!);
        var lines = reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split(','))
            .ToList();
        columns = lines[0].Index().ToDictionary(head => head.Item, head => lines.Skip(1).Select(line => line[head.Index]).ToArray());
    }

    internal static Recorded Tenants { get; } = new("tenants.csv");

    internal static Recorded Schools { get; } = new("schools.csv");

    internal static Recorded Asked { get; } = new("asked.csv");

    internal static IReadOnlyList<RecordedFigure> Results { get; } = Read();

    internal int Rows => columns.Values.First().Length;

    internal string[] Words(string column) => columns[column];

    internal double[] Numbers(string column) => [.. columns[column].Select(Number)];

    /// <summary>Codes as they stand in the file, less <paramref name="from"/>; −1 where nothing stands.</summary>
    internal int[] Codes(string column, int from = 0) =>
        [.. columns[column].Select(text => text.Length == 0 ? -1 : int.Parse(text, CultureInfo.InvariantCulture) - from)];

    internal Categories Categories(string column, int from = 0)
    {
        var codes = Codes(column, from);
        return new Categories(codes, codes.Max() + 1);
    }

    internal static double Figure(string design, string what, string measure, string group, string name) =>
        Results.Single(one => (one.Design, one.What, one.Measure, one.Group, one.Name) == (design, what, measure, group, name)).Value;

    /// <summary>To six significant digits of what R gave.</summary>
    internal static void Same(double expected, double? found, string what)
    {
        Assert.True(found is not null, what);
        Assert.True(Math.Abs(found.Value - expected) <= (1e-6 * Math.Abs(expected)) + 1e-14, $"{what}: R {expected:R}, here {found:R}");
    }

    private static RecordedFigure[] Read()
    {
        var results = new Recorded("results.csv");
        return
        [
            .. Enumerable
                .Range(0, results.Rows)
                .Where(row => results.columns["value"][row].Length > 0)
                .Select(row => new RecordedFigure(
                    results.columns["design"][row],
                    results.columns["what"][row],
                    results.columns["measure"][row],
                    results.columns["group"][row],
                    results.columns["figure"][row],
                    Number(results.columns["value"][row])
                )),
        ];
    }

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
