// How fast twelve measures by thirty groups with standard errors come from 100,000 raked responses; beside R's survey package, where it is present.
using System.Diagnostics;
using Hearth.Bench.Measuring;
using Hearth.Statistics.Estimation;
using Hearth.Storage.Public;
using Table = Hearth.Statistics.Estimation.Estimates;

namespace Hearth.Bench.Estimates;

internal static class EstimatesMeasure
{
    private const int Responses = 100_000;
    private const int Measures = 12;
    private const string Name = "estimates, 100,000 raked responses, 12 measures by 30 groups with standard errors";

    /// <summary>No database takes part: it is measured once, in the first one's turn.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds)
    {
        if (kind != DatabaseKind.Sqlite)
        {
            return [];
        }
        var responses = RakedResponses.Draw(Responses, Measures);
        var r = await SurveyInR.VersionAsync();
        var (mine, memory, theirs) = (new List<double>(), new List<double>(), new List<double>());
        // the first warms up
        for (var round = -2; round < rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var design = SampleDesign.Simple(responses.Weights).Calibrated(responses.Margins, responses.Before);
            var table = Table.Table(design, [.. responses.Answers.Select(answers => Measure.Mean(answers))], responses.Group);
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (round < 0)
            {
                continue;
            }
            mine.Add(took);
            memory.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)responses.Bytes);
            if (r is not null)
            {
                theirs.Add(await SurveyInR.MillisecondsAsync(responses, table));
            }
        }
        var ours = new Figure(Name, "none", "design and table, in Hearth", "ms", mine);
        var taken = new Figure(Name, "none", "memory taken in all, times the columns given", "times", memory).Within(4);
        if (r is null)
        {
            await Console.Error.WriteLineAsync(
                "R's survey package is not here (apt-get install r-cran-survey): nothing to measure beside."
            );
            return [ours, taken];
        }
        return [ours, taken, new Figure(Name, "none", $"the table alone, in {r}", "ms", theirs).Beside("Hearth", mine, atLeast: 20)];
    }
}
