// One figure: a number a round, and how it stands against its peer or its limit.
namespace Hearth.Bench.Measuring;

/// <param name="Measure">Which part of the bench.</param>
/// <param name="Database">SQLite or PostgreSQL.</param>
/// <param name="What">What was measured, in words.</param>
/// <param name="Unit">Of the rounds.</param>
/// <param name="Rounds">One number a round, in order.</param>
internal sealed record Figure(string Measure, string Database, string What, string Unit, IReadOnlyList<double> Rounds)
{
    /// <summary>The peer or limit it is held against.</summary>
    public string? Against { get; init; }

    /// <summary>Of the peer or limit, one a round.</summary>
    public IReadOnlyList<double> Ratios { get; init; } = [];

    /// <summary>The ratio to aim at, in words.</summary>
    public string? Aim { get; init; }

    public bool? Met { get; init; }

    public double Median => MedianOf(Rounds);

    public double? Ratio => Ratios.Count == 0 ? null : MedianOf(Ratios);

    /// <summary>The figure beside a peer measured in the same rounds: at least this share of it.</summary>
    public Figure Beside(string peer, IReadOnlyList<double> peers, double? atLeast = null)
    {
        var ratios = Rounds.Zip(peers, (mine, theirs) => mine / theirs).ToList();
        return this with
        {
            Against = peer,
            Ratios = ratios,
            Aim = atLeast is { } least ? $"at least {least:0.0#}" : null,
            Met = atLeast is { } share ? MedianOf(ratios) >= share : null,
        };
    }

    /// <summary>The figure against a limit that it should not pass.</summary>
    public Figure Within(double limit) =>
        this with
        {
            Against = $"limit {limit:0.##} {Unit}",
            Ratios = [.. Rounds.Select(round => round / limit)],
            Aim = "at most 1",
            Met = Median <= limit,
        };

    private static double MedianOf(IReadOnlyList<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
