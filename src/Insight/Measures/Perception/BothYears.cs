// What the figures of two years have in common because some homes answered in both: the more, the surer a change.
using Hearth.Insight.Measures.Perception.WorkOut;
using Hearth.Statistics.Estimation;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

/// <summary>A year's answers with whose they are: only while the two years are laid beside each other, never kept.</summary>
/// <param name="Inputs">As they are kept, but in the order of <paramref name="Households"/>.</param>
internal sealed record YearOfHomes(Inputs Inputs, Recipe Recipe, IReadOnlyList<Guid> Households)
{
    /// <summary>Homes, and no fewer than answered.</summary>
    public double Population => Math.Max(Recipe.Population, Inputs.Count);
}

/// <param name="Homes">That answered in both years.</param>
/// <param name="Covariances">Of each measure asked in both.</param>
internal sealed record BothYears(int Homes, IReadOnlyDictionary<string, double> Covariances)
{
    // of fewer nothing is said
    private const int Fewest = 10;

    /// <summary>Null where hardly a home is known to have answered both.</summary>
    public static BothYears? Of(YearOfHomes now, YearOfHomes then)
    {
        var number = now.Households.Index().ToDictionary(home => home.Item, home => home.Index);
        int[] own = [.. Enumerable.Range(0, now.Households.Count)];
        int[] others =
        [
            .. then.Households.Select((home, row) => number.TryGetValue(home, out var same) ? same : now.Households.Count + row),
        ];
        var shared = others.Count(home => home < own.Length);
        if (shared < Fewest)
        {
            return null;
        }
        // two samples of so many homes share n₁n₂/N by chance, and say nothing of one another: cov = (n₁₂/n₁n₂ − 1/N)·S₁₂ (C.-E. Särndal and others, Model Assisted Survey Sampling, §9.9)
        var byChance = 1 - ((double)own.Length * others.Length / (Math.Max(now.Population, then.Population) * shared));
        var (design, before) = (Design(now), Design(then));
        var covariances = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (code, measure) in Measures(now))
        {
            if (
                Measures(then).FirstOrDefault(one => one.Code == code) is { Measure: not null } same
                && WaveOverlap.Covariance(new(design, measure!, own), new(before, same.Measure, others)) is { } together
            )
            {
                // the last digits of a double may differ from machine to machine
                covariances[code] = Math.Round(together * byChance, 12);
            }
        }
        return new(shared, covariances);
    }

    // across years neither strata nor populations are known to the covariance: the share by chance stands for both
    private static SampleDesign Design(YearOfHomes year)
    {
        var weights = Weights.Of(year.Inputs, year.Recipe);
        if (weights.Values is null)
        {
            return SampleDesign.Simple(year.Inputs.Count);
        }
        var design = SampleDesign.Simple([.. weights.Values.Select(weight => (double)weight)]);
        return weights.Margins.Count > 0 ? design.Calibrated(weights.Margins, weights.Drawn?.Base) : design;
    }

    private static IEnumerable<(string Code, Measure? Measure)> Measures(YearOfHomes year) =>
        (RegulatorSet.Find(year.Recipe.MeasureSet)?.Perception ?? [])
            .Where(measure => year.Inputs.Answers.ContainsKey(measure.Code))
            .Select(measure => (measure.Code, (Measure?)Figures.ShareOf(Tally.Of(measure, year.Inputs))));
}
