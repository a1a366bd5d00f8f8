// How sure the regulator wants a landlord to be, by the number of households: data with the day it holds from.
namespace Hearth.Statistics;

/// <summary>The accuracy that a regulator's requirements ask for, by size of the population, from one day on.</summary>
/// <param name="Source">The document that sets them.</param>
/// <param name="EffectiveFrom">The first day of the first reporting year they hold for.</param>
/// <param name="Bands">The bands, the smallest population first; the first begins at 0.</param>
public sealed record AccuracyBands(string Source, DateOnly EffectiveFrom, IReadOnlyList<AccuracyBand> Bands)
{
    /// <summary>Every set known, the oldest first. A changed requirement is one more row here, and years already published keep theirs.</summary>
    /// <remarks>
    /// Regulator of Social Housing, <i>Tenant Satisfaction Measures: Tenant Survey Requirements</i> (2022), table 5; it fits every row that
    /// landlords returned for 2024/25. A landlord with exactly 2,500 households is asked for 4 points.
    /// </remarks>
    public static IReadOnlyList<AccuracyBands> Known { get; } =
    [
        new(
            "Tenant Survey Requirements, Regulator of Social Housing, September 2022",
            new DateOnly(2023, 4, 1),
            [new(0, 0.05m), new(2_500, 0.04m), new(10_000, 0.03m), new(25_000, 0.02m)]
        ),
    ];

    /// <summary>The set that holds on a day: of the first day of the reporting year, as requirements change with the year.</summary>
    /// <param name="day">A day on or after the first set's.</param>
    /// <exception cref="ArgumentOutOfRangeException">No set held yet: there were no such requirements before 1 April 2023.</exception>
    public static AccuracyBands InForceOn(DateOnly day) =>
        Known.LastOrDefault(set => set.EffectiveFrom <= day)
        ?? throw new ArgumentOutOfRangeException(nameof(day), day, "The regulator's first requirements hold from 1 April 2023.");

    /// <summary>The band that a population falls into.</summary>
    /// <param name="households">Households in homes of one tenure, 0 or more; empty homes are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="households"/> is negative.</exception>
    public AccuracyBand For(int households)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(households);
        return Bands.Last(band => band.From <= households);
    }
}

/// <summary>One band.</summary>
/// <param name="From">The smallest population it holds for; it ends below the next band's.</param>
/// <param name="Tolerance">The accuracy asked for at 95% confidence, a fraction: 0.04 is plus or minus 4 percentage points.</param>
public sealed record AccuracyBand(int From, decimal Tolerance);
