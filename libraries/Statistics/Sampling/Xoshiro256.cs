// The generator of random numbers that draws are made with: published, so that a draw can be made again anywhere and at any time.
using System.Numerics;

namespace Hearth.Statistics.Sampling;

/// <summary>
/// xoshiro256**, seeded through SplitMix64. The same seed gives the same numbers on every machine and in every later version of this library;
/// .NET's own <see cref="Random"/> does not promise that.
/// </summary>
/// <remarks>
/// D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", <i>ACM Transactions on Mathematical Software</i> 47 (2021), 36;
/// period 2²⁵⁶ − 1. Not for secrets. Not safe for several threads at once.
/// </remarks>
public sealed class Xoshiro256
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>A generator whose state is the first four numbers of SplitMix64, as its authors advise.</summary>
    /// <param name="seed">Any number.</param>
    public Xoshiro256(ulong seed)
    {
        var mix = new SplitMix64(seed);
        (s0, s1, s2, s3) = (mix.Next(), mix.Next(), mix.Next(), mix.Next());
    }

    internal Xoshiro256(ulong first, ulong second, ulong third, ulong fourth) => (s0, s1, s2, s3) = (first, second, third, fourth);

    /// <summary>The next number, each of 0 to 2⁶⁴ − 1 equally likely.</summary>
    public ulong Next()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
            var t = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }

    /// <summary>The next number from 0 to <paramref name="end"/> − 1, each exactly equally likely.</summary>
    /// <remarks>D. Lemire, "Fast random integer generation in an interval", <i>ACM Transactions on Modeling and Computer Simulation</i> 29 (2019), 3: numbers that would favour some are thrown again.</remarks>
    /// <param name="end">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is 0.</exception>
    public ulong Below(ulong end)
    {
        ArgumentOutOfRangeException.ThrowIfZero(end);
        var high = Math.BigMul(Next(), end, out var low);
        if (low < end)
        {
            var unfair = unchecked(0 - end) % end;
            while (low < unfair)
            {
                high = Math.BigMul(Next(), end, out low);
            }
        }
        return high;
    }

    /// <summary>Puts the numbers into an order of which each is equally likely (Fisher and Yates, as R. Durstenfeld, <i>CACM</i> 7 (1964) 420, from the last place to the first).</summary>
    /// <param name="numbers">Put in order in place.</param>
    public void Shuffle(Span<int> numbers)
    {
        for (var last = numbers.Length - 1; last > 0; last--)
        {
            var with = (int)Below((ulong)last + 1);
            (numbers[last], numbers[with]) = (numbers[with], numbers[last]);
        }
    }
}
