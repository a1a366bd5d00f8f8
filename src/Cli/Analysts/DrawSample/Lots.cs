// The draw itself: how many of each stratum, and who.
using Hearth.Statistics.Sampling;

namespace Hearth.Cli.Analysts.DrawSample;

/// <param name="Frame">Everyone who could be drawn.</param>
/// <param name="Allocation">How the sample was shared out.</param>
/// <param name="Sample">The draw.</param>
/// <param name="Drawn">For each row whether it was drawn.</param>
internal sealed record Lots(Frame Frame, SharedOut Allocation, DrawnSample Sample, bool[] Drawn)
{
    public static Lots Draw(Frame frame, int size, SharedOut allocation, int least, ulong seed)
    {
        if (size > frame.Rows)
        {
            throw Refused.File(
                frame.File,
                $"the file has {Figures.Of(frame.Rows, "row", "rows")}, and --size asks for {Figures.Count(size)}. Draw no more than there are, or ask everyone."
            );
        }
        var sizes = frame.Strata.Count == 0 ? [size] : Sizes(frame, size, allocation, least);
        var sample = frame.Keys is { } keys
            ? Statistics.Sampling.Draw.Stratified(keys, frame.StratumOf, sizes, seed)
            : Statistics.Sampling.Draw.Stratified(frame.StratumOf, sizes, seed);
        var drawn = new bool[frame.Rows];
        foreach (var row in sample.Rows)
        {
            drawn[row] = true;
        }
        return new(frame, allocation, sample, drawn);
    }

    private static IReadOnlyList<int> Sizes(Frame frame, int size, SharedOut allocation, int least)
    {
        var populations = new int[frame.Strata.Count];
        foreach (var stratum in frame.StratumOf)
        {
            populations[stratum]++;
        }
        if (populations.Sum(people => (long)Math.Min(least, people)) > size)
        {
            throw Refused.File(
                frame.File,
                $"--at-least {Figures.Count(least)} of each of {Figures.Of(populations.Length, "stratum", "strata")} comes to more than --size {Figures.Count(size)}. Draw more, or ask for fewer of each."
            );
        }
        return allocation switch
        {
            SharedOut.Equal => Statistics.Sampling.Allocation.Equal(populations, size, least).Sizes,
            SharedOut.Neyman when frame.Deviations is { } deviations => Statistics
                .Sampling.Allocation.Neyman(populations, deviations, size, least)
                .Sizes,
            _ => Statistics.Sampling.Allocation.Proportional(populations, size, least).Sizes,
        };
    }
}
