// A small generator of numbers, used to spread a seed over the state of a larger one.
namespace Hearth.Statistics.Sampling;

/// <summary>SplitMix64: 64 bits of state, each number once in 2⁶⁴.</summary>
/// <remarks>
/// G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", <i>OOPSLA</i> 2014, with the constants of
/// S. Vigna's <c>splitmix64.c</c>, which is in the public domain.
/// </remarks>
internal struct SplitMix64(ulong seed)
{
    private ulong state = seed;

    internal ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
