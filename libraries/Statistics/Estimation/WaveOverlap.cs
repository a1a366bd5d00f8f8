// What two waves have in common because some people are in both.
namespace Hearth.Statistics.Estimation;

/// <summary>The covariance of two waves' estimates where some people answered both: what <see cref="WaveDifference"/> needs to say a change surely.</summary>
public static class WaveOverlap
{
    /// <summary>The covariance, by the people whom both waves share.</summary>
    /// <remarks>
    /// Persons as clusters of their answers (L. Kish, <i>Survey Sampling</i> (1965), §12.4; in R's <c>survey</c> <c>svydesign(ids = ~person)</c> on both waves
    /// together): n/(n − 1)·(Σx₁x₂ − Σx₁Σx₂/n), x being each person's w·z in a wave, 0 where they are not in it, and n everyone in either.
    /// </remarks>
    /// <param name="first">The one wave.</param>
    /// <param name="second">The other.</param>
    /// <returns>In the product of the two units; 0 where nobody is in both, <c>null</c> where either wave has no estimate.</returns>
    /// <exception cref="ArgumentException">
    /// A wave is stratified or has a population to be corrected for: neither is known across waves. Leave both out of both waves; the error is then a little
    /// too large. Or a person stands twice in a wave, or people and rows differ in number.
    /// </exception>
    public static double? Covariance(WaveSample first, WaveSample second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (one, two) = (RowsOf(first, nameof(first)), RowsOf(second, nameof(second)));
        if (Estimates.Contributions(first.Design, first.Measure) is not { } own)
        {
            return null;
        }
        if (Estimates.Contributions(second.Design, second.Measure) is not { } others)
        {
            return null;
        }
        var (together, shared) = (0.0, 0);
        foreach (var (person, row) in one)
        {
            if (two.TryGetValue(person, out var other))
            {
                together += own[row] * others[other];
                shared++;
            }
        }
        if (shared == 0)
        {
            return 0;
        }
        double people = one.Count + two.Count - shared;
        return people < 2 ? null : people / (people - 1) * (together - (own.Sum() * others.Sum() / people));
    }

    private static Dictionary<int, int> RowsOf(WaveSample wave, string parameter)
    {
        if (wave.Design.Strata is not null || wave.Design.Figures.IsCorrected)
        {
            throw new ArgumentException("People shared by two waves are looked at without strata and without a population.", parameter);
        }
        var people = wave.People.Span;
        if (people.Length != wave.Design.Rows)
        {
            throw new ArgumentException($"There are {wave.Design.Rows} rows and {people.Length} people.", parameter);
        }
        var rows = new Dictionary<int, int>(people.Length);
        for (var row = 0; row < people.Length; row++)
        {
            if (!rows.TryAdd(people[row], row))
            {
                throw new ArgumentException($"Person {people[row]} stands twice in the wave.", parameter);
            }
        }
        return rows;
    }
}

/// <summary>A wave: its design, what is estimated, and who each row is.</summary>
/// <param name="Design">Simple, with or without calibration; without a population.</param>
/// <param name="Measure">What to estimate; columns of the design's length.</param>
/// <param name="People">A number for each row, the same for the same person in both waves, each once in a wave.</param>
public sealed record WaveSample(SampleDesign Design, Measure Measure, ReadOnlyMemory<int> People);
