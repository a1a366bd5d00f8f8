// The strata of an unequal draw as the statistics know them: what each answer stands for before raking, and how many homes its stratum holds.
namespace Hearth.Insight.Measures.Perception.WorkOut;

/// <param name="Base">By row: what it stands for, averaging about 1.</param>
/// <param name="Strata">By row.</param>
/// <param name="Populations">By stratum.</param>
internal sealed record DrawnDesign(double[] Base, int[] Strata, double[] Populations, DrawDone Done)
{
    public static DrawnDesign? Of(Inputs inputs, DrawRecipe? draw)
    {
        if (draw is null)
        {
            return null;
        }
        var names = inputs.Strata ?? throw new InvalidDataException("The strata of the draw are not among the inputs.");
        var number = draw.Strata.Index().ToDictionary(one => one.Item.Name, one => one.Index, StringComparer.Ordinal);
        int[] strata = [.. names.Select(name => number[name])];
        var answered = new int[draw.Strata.Count];
        foreach (var stratum in strata)
        {
            answered[stratum]++;
        }
        return new(
            [.. strata.Select(stratum => (double)draw.Strata[stratum].Weight)],
            strata,
            // more may answer than there were: the groups of one who was forgotten name the stratum
            [.. draw.Strata.Select((one, at) => (double)Math.Max(one.Homes, answered[at]))],
            new(
                draw.By,
                [.. draw.Strata.Select((one, at) => new StratumDone(one.Name, one.Homes, one.Asked, answered[at], one.StoodFor))],
                draw.NotDrawn,
                draw.ByGroups
            )
        );
    }
}
