// How far a percentage from a sample may be from the truth, as the regulator works it out.
namespace Hearth.Statistics;

/// <summary>The margin of error of a proportion from a simple random sample.</summary>
/// <remarks>
/// Method: <c>z √(p(1−p)/n) √((N−n)/(N−1))</c> (Cochran 1977, §3.2), z = 1.96. The Regulator of Social Housing publishes this margin with p = 0.5.
/// It speaks of chance alone: not of who declined to answer, of weighting, or of the method of asking.
/// </remarks>
public static class Margin
{
    /// <summary>
    /// The margin as a fraction (0.0277 is plus or minus 2.77 percentage points); <c>null</c> when nobody has answered.
    /// Nought when everyone has: a sample as large as the population, or larger because people have since moved out, has no margin.
    /// </summary>
    /// <param name="sample">Answers counted.</param>
    /// <param name="population">Households, or people, who could be asked. 0 with a sample of 0 is allowed.</param>
    /// <param name="proportion">The proportion found, 0 to 1; one half, the default, gives the widest margin, the one the regulator publishes.</param>
    /// <param name="z">Normal quantile of the confidence wanted: 1.96 for 95%.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the proportion is outside 0 to 1, or z is not above 0.</exception>
    public static double? Of(int sample, int population, double proportion = 0.5, double z = 1.96)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        if (proportion is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(proportion), proportion, "A proportion lies between 0 and 1.");
        }

        if (!(z > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "The normal quantile is above 0.");
        }

        if (sample == 0)
        {
            return null;
        }

        if (sample >= population)
        {
            return 0;
        }

        return z * Math.Sqrt(proportion * (1 - proportion) / sample) * Math.Sqrt(FinitePopulation.Correction(sample, population));
    }
}
