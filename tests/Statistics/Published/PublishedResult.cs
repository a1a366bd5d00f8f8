// Ten landlords' published perception results, read from the small file beside this one.
using System.Globalization;

namespace Hearth.Statistics.Tests.Published;

/// <summary>One measure of one landlord, as the regulator published it.</summary>
internal sealed record PublishedResult(
    int Year,
    string Tenure,
    string Landlord,
    int Population,
    decimal Required,
    int Sample,
    double MarginPercent,
    bool Weighted,
    string Measure,
    decimal Percent,
    IReadOnlyList<decimal> Counts
)
{
    internal static IReadOnlyList<PublishedResult> All { get; } = Read();

    /// <summary>The result worked out from the counts.</summary>
    internal ScaleScore Score => Weighted ? ScaleScore.FromWeights(Counts) : ScaleScore.FromCounts([.. Counts.Select(count => (int)count)]);

    public override string ToString() => $"{Year} {Landlord} {Measure}";

    private static PublishedResult[] Read()
    {
        using var reader = new StreamReader(typeof(PublishedResult).Assembly.GetManifestResourceStream("landlords.csv")!);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => char.IsAsciiDigit(line[0]))
                .Select(line => Parse(line.Split(','))),
        ];
    }

    private static PublishedResult Parse(string[] cells)
    {
        decimal Number(int i) => decimal.Parse(cells[i], CultureInfo.InvariantCulture);
        return new PublishedResult(
            (int)Number(0),
            cells[1],
            cells[2],
            (int)Number(3),
            Number(4),
            (int)Number(5),
            (double)Number(6),
            cells[7] == "Yes",
            cells[8],
            Number(9),
            [.. Enumerable.Range(10, 5).Select(Number)]
        );
    }
}
