// How fast 100,000 and 1,000,000 respondents are raked to six margins, and with how much memory; beside R's survey::rake on the same respondents where R is present.
using System.Diagnostics;
using Hearth.Bench.Measuring;
using Hearth.Statistics.Weighting;

namespace Hearth.Bench.Raking;

internal static class RakingMeasure
{
    private const double Faster = 20;
    private const double Inputs = 4;

    private static readonly WeightingOptions ToTargets = new() { Scale = WeightScale.Targets, Tolerance = 1e-8 };

    public static IReadOnlyList<Figure> Run(int rounds)
    {
        var peer = SixMargins.HasPeer();
        if (!peer)
        {
            Console.Error.WriteLine(
                "Rscript with the package survey is not on this machine: raking is measured alone. (Debian: r-cran-survey)"
            );
        }
        return [.. Of(100_000, rounds, peer), .. Of(1_000_000, rounds, peer)];
    }

    private static List<Figure> Of(int rows, int rounds, bool peer)
    {
        var people = SixMargins.Of(rows);
        var folder = Directory.CreateTempSubdirectory("hearth-raking-").FullName;
        var (mine, theirs, within) = (new List<double>(), new List<double>(), new List<double>());
        var (memory, limited, held) = (new List<double>(), new List<double>(), new List<double>());
        try
        {
            if (peer)
            {
                people.Write(folder);
            }
            for (var round = -1; round < rounds; round++)
            {
                var raked = Time(people, ToTargets, out var took, out var grown);
                Time(people, ToTargets with { Limits = new(0.3, 3) }, out var tookWithin, out var grownWithin);
                if (round < 0)
                {
                    continue;
                }
                mine.Add(rows / took);
                within.Add(rows / tookWithin);
                memory.Add(grown);
                limited.Add(grownWithin);
                if (peer)
                {
                    var (seconds, most, weights) = people.ByPeer(folder);
                    Same(raked.Weights, weights);
                    theirs.Add(rows / seconds);
                    held.Add(most);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        var measure = FormattableString.Invariant($"raking, {rows:#,0} respondents to six margins");
        Figure Rate(string what, IReadOnlyList<double> rates, double? aim) =>
            peer
                ? new Figure(measure, "none", what, "respondents/s", rates).Beside("R's survey::rake", theirs, aim)
                : new Figure(measure, "none", $"{what}; no R here to compare with", "respondents/s", rates);
        List<Figure> figures =
        [
            Rate("to 1e-8 of every margin", mine, Faster),
            Rate("the same with weights from 0.3 to 3", within, null),
            new Figure(measure, "none", "all memory asked for while raking", "MiB", memory).Within(Inputs * people.InputMiB),
            new Figure(measure, "none", "the same within limits", "MiB", limited).Within(Inputs * people.InputMiB),
        ];
        return peer
            ?
            [
                new(measure, "none", "R's survey::rake, without reading and building its design", "respondents/s", theirs),
                new(measure, "none", "R held at most", "MiB", held),
                .. figures,
            ]
            : figures;
    }

    private static WeightingResult Time(SixMargins people, WeightingOptions options, out double seconds, out double mebibytes)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        var raked = Hearth.Statistics.Weighting.Raking.Rake(people.Variables, options);
        seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        mebibytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Math.Pow(1024, 2);
        return raked.IsWeighted ? raked : throw new InvalidOperationException(raked.Refusals[0].Message);
    }

    private static void Same(ReadOnlySpan<double> mine, ReadOnlySpan<double> theirs)
    {
        for (var i = 0; i < theirs.Length; i++)
        {
            if (!(Math.Abs((mine[i] / theirs[i]) - 1) < 1e-6))
            {
                throw new InvalidOperationException($"Respondent {i + 1} weighs {mine[i]} here and {theirs[i]} in R.");
            }
        }
    }
}
