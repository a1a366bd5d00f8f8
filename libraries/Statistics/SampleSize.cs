// How many households must answer for a survey to reach a given accuracy, as the regulator works it out.
namespace Hearth.Statistics;

/// <summary>
/// The sample a survey needs. The arithmetic is <c>decimal</c>, so a requirement that is a whole number is never rounded up to the next one.
/// </summary>
/// <remarks>
/// Method: sample for a proportion with finite population correction (Cochran, <i>Sampling Techniques</i>, 3rd ed. 1977, §4.4),
/// <c>n0 = z²p(1−p)/e²</c>, <c>n = n0 / (1 + n0/N)</c>. The Regulator of Social Housing uses it with z = 1.96 and p = 0.5:
/// every landlord's requirement in its Tenant Satisfaction Measures data for 2023/24 and 2024/25 is reproduced.
/// </remarks>
public static class SampleSize
{
    /// <summary>The normal quantile the regulator uses for 95% confidence: 1.96, not 1.959964.</summary>
    public const decimal RegulatorZ = 1.96m;

    /// <summary>
    /// The accuracy the regulator asks for, as a fraction (0.05 is plus or minus 5 percentage points):
    /// under 2,500 households 0.05, from 2,500 0.04, from 10,000 0.03, from 25,000 0.02.
    /// </summary>
    /// <param name="households">Households in homes of one tenure; empty homes are left out.</param>
    /// <param name="bands">The requirements of the reporting year (<see cref="AccuracyBands.InForceOn"/>); the newest known where none are given.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="households"/> is negative.</exception>
    public static decimal RegulatorTolerance(int households, AccuracyBands? bands = null) =>
        (bands ?? AccuracyBands.Known[^1]).For(households).Tolerance;

    /// <summary>The sample the regulator requires of a landlord with this many households. A landlord with none needs none.</summary>
    /// <param name="households">Households in homes of one tenure; empty homes are left out.</param>
    /// <param name="bands">The requirements of the reporting year (<see cref="AccuracyBands.InForceOn"/>); the newest known where none are given.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="households"/> is negative.</exception>
    public static RequiredSample ForRegulator(int households, AccuracyBands? bands = null) =>
        Required(households, RegulatorTolerance(households, bands));

    /// <summary>The sample that estimates a proportion to within <paramref name="tolerance"/>.</summary>
    /// <param name="population">Households, or people, who could be asked.</param>
    /// <param name="tolerance">Accuracy wanted, a fraction above 0 and below 1 (0.04 is plus or minus 4 points).</param>
    /// <param name="proportion">The proportion expected, 0 to 1. One half, the default, asks for the largest sample and is right when nothing is known.</param>
    /// <param name="z">Normal quantile of the confidence wanted: 1.96 for 95%, 1.645 for 90%, 2.576 for 99%.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside the range named above.</exception>
    public static RequiredSample Required(int population, decimal tolerance, decimal proportion = 0.5m, decimal z = RegulatorZ)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tolerance, 1m);
        ArgumentOutOfRangeException.ThrowIfNegative(proportion);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(proportion, 1m);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z);

        // n0 / (1 + n0/N) with both sides multiplied by e²N: one division, so that a whole answer stays whole.
        var variance = z * z * proportion * (1 - proportion);
        var exact = variance == 0 ? 0 : variance * population / ((tolerance * tolerance * population) + variance);
        return new RequiredSample(population, tolerance, exact, (int)decimal.Ceiling(exact));
    }
}

/// <summary>How many answers a survey needs, and to what accuracy.</summary>
/// <param name="Population">Households, or people, who could be asked.</param>
/// <param name="Tolerance">Accuracy at the stated confidence, as a fraction (0.04 is plus or minus 4 points).</param>
/// <param name="Exact">The requirement before rounding, as the regulator shows it from 2024/25 on.</param>
/// <param name="Required">The requirement in whole answers: <paramref name="Exact"/> rounded up. Never more than <paramref name="Population"/>.</param>
public sealed record RequiredSample(int Population, decimal Tolerance, decimal Exact, int Required)
{
    /// <summary>Answers still wanted when <paramref name="achieved"/> are in; 0 when there are enough.</summary>
    /// <param name="achieved">Answers so far, one a household.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="achieved"/> is negative.</exception>
    public int StillNeeded(int achieved)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(achieved);
        return Math.Max(0, Required - achieved);
    }

    /// <summary>How far a percentage may be out with so many answers, a fraction; <c>null</c> before the first. See <see cref="Margin.Of"/>.</summary>
    /// <param name="achieved">Answers so far, one a household.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="achieved"/> is negative.</exception>
    public double? AchievedMargin(int achieved) => Margin.Of(achieved, Population);

    /// <summary>
    /// Whether so many answers are enough. Answers are counted, as the regulator counts them: the margin may stand a hair over the
    /// tolerance, because the requirement divides by N and the margin by N − 1.
    /// </summary>
    /// <param name="achieved">Answers so far, one a household.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="achieved"/> is negative.</exception>
    public bool IsMetBy(int achieved) => StillNeeded(achieved) == 0;
}
