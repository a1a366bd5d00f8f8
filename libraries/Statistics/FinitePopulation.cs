// The finite population correction, in one place.
namespace Hearth.Statistics;

internal static class FinitePopulation
{
    /// <summary>(N−n)/(N−1): by how much the variance shrinks when n of N were asked without asking anyone twice.</summary>
    internal static double Correction(int sample, int population) => sample >= population ? 0 : (population - sample) / (population - 1.0);
}
