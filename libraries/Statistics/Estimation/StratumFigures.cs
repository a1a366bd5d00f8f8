// What each stratum's rows count for in a variance.
namespace Hearth.Statistics.Estimation;

/// <summary>Of each stratum: its rows n, and the factors of Σx² and (Σx)² in its variance (1 − n/N)·n/(n − 1)·(Σx² − (Σx)²/n).</summary>
internal sealed class StratumFigures
{
    // survey counts a stratum of which everybody was asked, to within this, as free of chance
    private const double Everybody = 1e-7;

    internal StratumFigures(int[]? strata, int rows, double[] populations, LonelyStratum choice)
    {
        Choice = choice;
        Rows = Count(strata, rows, populations);
        Squares = new double[Rows.Length];
        Centres = new double[Rows.Length];
        var lonely = new List<int>();
        for (var stratum = 0; stratum < Rows.Length; stratum++)
        {
            double n = Rows[stratum];
            var free = double.IsInfinity(populations[stratum]) ? 1 : (populations[stratum] - n) / populations[stratum];
            if (n == 0 || free < Everybody)
            {
                continue;
            }
            if (n > 1)
            {
                Squares[stratum] = free * n / (n - 1);
                Centres[stratum] = Squares[stratum] / n;
                continue;
            }
            lonely.Add(stratum);
            Squares[stratum] = choice == LonelyStratum.Adjust ? free : 0;
        }
        Lonely = lonely;
        var used = Rows.Count(count => count > 0);
        Stretch = choice == LonelyStratum.Average && lonely.Count < used ? used / (double)(used - lonely.Count) : 1;
        IsLonely = new bool[Rows.Length];
        foreach (var stratum in lonely)
        {
            IsLonely[stratum] = choice == LonelyStratum.Refuse || (choice == LonelyStratum.Average && lonely.Count == used);
        }
        IsCorrected = Rows.Zip(populations).Any(stratum => stratum.First > 0 && !double.IsInfinity(stratum.Second));
        Refuses = Array.Exists(IsLonely, refused => refused);
    }

    internal int[] Rows { get; }

    internal double[] Squares { get; }

    internal double[] Centres { get; }

    internal IReadOnlyList<int> Lonely { get; }

    internal LonelyStratum Choice { get; }

    /// <summary>By what the strata that are not lonely stand for those that are.</summary>
    internal double Stretch { get; }

    /// <summary>Whether a stratum with rows has a population that its variance is corrected for.</summary>
    internal bool IsCorrected { get; }

    /// <summary>Of each stratum, whether a figure it takes part in is refused its standard error.</summary>
    internal bool[] IsLonely { get; }

    internal bool Refuses { get; }

    private static int[] Count(int[]? strata, int rows, double[] populations)
    {
        var counts = new int[populations.Length];
        if (strata is null)
        {
            counts[0] = rows;
        }
        else
        {
            foreach (var stratum in strata)
            {
                if (stratum < 0 || stratum >= counts.Length)
                {
                    throw new ArgumentException(
                        $"A row is in stratum {stratum}, and populations are given for {counts.Length}.",
                        nameof(strata)
                    );
                }
                counts[stratum]++;
            }
        }
        for (var stratum = 0; stratum < counts.Length; stratum++)
        {
            if (!(populations[stratum] >= counts[stratum]))
            {
                throw new ArgumentException(
                    $"Stratum {stratum} has {counts[stratum]} rows and a population of {populations[stratum]}.",
                    nameof(populations)
                );
            }
        }
        return counts;
    }
}
