// The generator against the published numbers of its authors' programs.
using Hearth.Statistics.Sampling;

namespace Hearth.Statistics.Tests.Sampling;

public class Xoshiro256Tests
{
    [Fact]
    public void SplitMix64_gives_the_published_numbers()
    {
        // Vigna's splitmix64.c from 1234567, as printed in Rosetta Code
        var mix = new SplitMix64(1_234_567);
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => mix.Next())
        );
    }

    [Fact]
    public void Xoshiro256_gives_the_published_numbers()
    {
        // Blackman and Vigna's xoshiro256starstar.c from the state 1, 2, 3, 4, as in the tests of Rust's rand_xoshiro
        var generator = new Xoshiro256(1, 2, 3, 4);
        ulong[] published =
        [
            11520,
            0,
            1509978240,
            1215971899390074240,
            1216172134540287360,
            607988272756665600,
            16172922978634559625,
            8476171486693032832,
            10595114339597558777,
            2904607092377533576,
        ];
        Assert.Equal(published, published.Select(_ => generator.Next()));
    }

    [Fact]
    public void A_seed_goes_through_SplitMix64()
    {
        // the same in independent programs: seed 42
        var generator = new Xoshiro256(42);
        Assert.Equal([1546998764402558742, 6990951692964543102], new[] { generator.Next(), generator.Next() });
    }

    [Fact]
    public void Numbers_below_an_end_are_equally_likely()
    {
        var generator = new Xoshiro256(40_217);
        var seen = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            seen[generator.Below(7)]++;
        }
        // chi-square of 6 degrees of freedom: above 22.46 once in a thousand
        Assert.True(seen.Sum(many => Math.Pow(many - 10_000, 2) / 10_000) < 22.46);
        Assert.Equal(0ul, generator.Below(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => generator.Below(0));
    }

    [Fact]
    public void Ends_that_do_not_divide_the_range_favour_nobody()
    {
        // an end of two thirds of the range: without throwing again, even numbers would come twice as often as odd ones
        var generator = new Xoshiro256(3);
        var even = Enumerable.Range(0, 40_000).Count(_ => generator.Below(0xAAAAAAAAAAAAAAAB) % 2 == 0);
        Assert.InRange(even, 20_000 - 500, 20_000 + 500);
    }

    [Fact]
    public void Every_order_is_equally_likely()
    {
        var generator = new Xoshiro256(11);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 24_000; i++)
        {
            int[] four = [0, 1, 2, 3];
            generator.Shuffle(four);
            seen[string.Join(' ', four)] = seen.GetValueOrDefault(string.Join(' ', four)) + 1;
        }
        Assert.Equal(24, seen.Count);
        // chi-square of 23 degrees of freedom: above 49.73 once in a thousand
        Assert.True(seen.Values.Sum(many => Math.Pow(many - 1_000, 2) / 1_000) < 49.73);
    }
}
