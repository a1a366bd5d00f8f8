// Draws: the right size, the same again, whatever the order of the rows, and fair.
using FsCheck;
using FsCheck.Fluent;
using Hearth.Statistics.Sampling;

namespace Hearth.Statistics.Tests.Sampling;

public class DrawTests
{
    private static string[] Homes(int many) => [.. Enumerable.Range(1, many).Select(i => $"H-{i:0000}")];

    [Fact]
    public void A_homes_number_can_be_worked_out_with_a_common_tool()
    {
        // printf '40217:H-0001' | sha256sum   and   printf '0:Łódzka 7' | sha256sum
        Assert.Equal(0x3623d77b9c27e24cul, Draw.NumberOf("H-0001", 40_217));
        Assert.Equal(0x361bff28583f6ff0ul, Draw.NumberOf("Łódzka 7", 0));
    }

    [Fact]
    public void The_same_seed_draws_the_same_homes_for_ever()
    {
        // recorded on the day the method was chosen: a later version that draws others has broken its promise
        Assert.Equal(RecordedByKey, Draw.SimpleRandom(Homes(1_000), 8, 40_217).Rows);
        Assert.Equal(RecordedByPosition, Draw.SimpleRandom(1_000, 8, 40_217).Rows);
    }

    // worked out by tests/Statistics/Oracle/draw.py, which shares no code with the library
    private static readonly int[] RecordedByKey = [248, 661, 273, 308, 574, 268, 688, 820];
    private static readonly int[] RecordedByPosition = [494, 86, 65, 126, 338, 394, 571, 423];

    [Fact]
    public void The_order_of_the_rows_does_not_matter_where_homes_have_keys() =>
        Prop.ForAll(
                Gen.Choose(1, 200).ToArbitrary(),
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                (many, seed) =>
                {
                    var keys = Homes(many);
                    var mixed = Enumerable.Range(0, many).ToArray();
                    new Xoshiro256((ulong)seed + 1).Shuffle(mixed);
                    var drawn = Draw.SimpleRandom(keys, many / 3, (ulong)seed).Rows.Select(row => keys[row]);
                    var again = Draw.SimpleRandom([.. mixed.Select(i => keys[i])], many / 3, (ulong)seed)
                        .Rows.Select(row => keys[mixed[row]]);
                    return drawn.SequenceEqual(again);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_home_that_is_gone_moves_no_other()
    {
        var keys = Homes(500);
        var drawn = Draw.SimpleRandom(keys, 50, 7).Rows.Select(row => keys[row]).ToList();
        var without = keys.Where(key => key != drawn[20]).ToArray();
        var again = Draw.SimpleRandom(without, 50, 7).Rows.Select(row => without[row]).ToList();
        Assert.Equal(drawn.Where(key => key != drawn[20]), again.Take(49));
    }

    [Fact]
    public void Nobody_is_drawn_twice_and_strata_get_their_sizes() =>
        Prop.ForAll(
                Gen.Choose(0, 3).ArrayOf(120).ToArbitrary(),
                Gen.Choose(0, 1_000).ArrayOf(4).ToArbitrary(),
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                (strata, parts, seed) =>
                {
                    int[] sizes = [.. parts.Select((part, h) => strata.Count(stratum => stratum == h) * part / 1_000)];
                    return new[]
                    {
                        Draw.Stratified(strata, sizes, (ulong)seed),
                        Draw.Stratified(Homes(120), strata, sizes, (ulong)seed),
                    }.All(drawn =>
                        drawn.Rows.Distinct().Count() == sizes.Sum()
                        && sizes.Index().All(size => drawn.Rows.Count(row => strata[row] == size.Index) == size.Item)
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_home_is_equally_likely(bool keyed)
    {
        // 5 of 40, 8,000 draws: each home 1,000 times
        var keys = Homes(40);
        var seen = new int[40];
        for (ulong seed = 0; seed < 8_000; seed++)
        {
            foreach (var row in (keyed ? Draw.SimpleRandom(keys, 5, seed) : Draw.SimpleRandom(40, 5, seed)).Rows)
            {
                seen[row]++;
            }
        }
        // drawn without replacement the counts vary by n(1 − 5/40); over (1 − 1/40) it is chi-square of 39 degrees: above 72.05 once in a thousand
        Assert.True(seen.Sum(many => Math.Pow(many - 1_000, 2) / 1_000) / (1 - (5.0 / 40)) * (39.0 / 40) < 72.05);
    }

    [Fact]
    public void Every_pair_is_equally_likely()
    {
        var seen = new int[6, 6];
        for (ulong seed = 0; seed < 15_000; seed++)
        {
            var rows = Draw.SimpleRandom(Homes(6), 2, seed).Rows;
            seen[Math.Min(rows[0], rows[1]), Math.Max(rows[0], rows[1])]++;
        }
        // 15 pairs, 1,000 each; chi-square of 14 degrees of freedom: above 36.12 once in a thousand
        Assert.True(seen.Cast<int>().Where(many => many > 0).Sum(many => Math.Pow(many - 1_000, 2) / 1_000) < 36.12);
        Assert.Equal(15, seen.Cast<int>().Count(many => many > 0));
    }

    [Fact]
    public void Reserves_are_those_who_come_next()
    {
        var keys = Homes(300);
        var drawn = Draw.SimpleRandom(keys, 100, 5);
        var larger = Draw.SimpleRandom(keys, 160, 5);
        Assert.Equal(larger.Rows, drawn.Rows.Concat(drawn.Reserve(1, 30)).Concat(drawn.Reserve(2, 30)));
        Assert.Equal(300, drawn.Rows.Concat(drawn.Reserve(1, 200)).Distinct().Count());
        Assert.Empty(drawn.Reserve(2, 200));
        Assert.Equal(20, drawn.Reserve(3, 90).Count);
    }

    [Fact]
    public void Reserves_keep_to_the_strata_of_the_sample_until_one_runs_out()
    {
        int[] strata = [.. Enumerable.Range(0, 200).Select(i => i < 130 ? 0 : 1)];
        var drawn = Draw.Stratified(strata, [60, 60], 9);
        int[] Of(IReadOnlyList<int> rows) => [rows.Count(row => strata[row] == 0), rows.Count(row => strata[row] == 1)];
        Assert.Equal([4, 4], Of(drawn.Reserve(1, 8)));
        // the second stratum has ten left
        Assert.Equal([4, 2], Of(drawn.Reserve(3, 8)));
        Assert.Equal([4, 0], Of(drawn.Reserve(4, 8)));
        Assert.Empty(drawn.Reserve(1, 8).Intersect(drawn.Reserve(2, 8)));
        Assert.Equal([10, 2], Of(drawn.Reserve(1, [10, 2])));
        Assert.Equal((60.0 / 130, 130.0 / 60), (drawn.Chance(0), drawn.DesignWeight(0)));
    }

    [Fact]
    public void A_home_that_stands_twice_or_has_no_key_is_refused_by_name()
    {
        Assert.Contains("H-7 stands twice", Refused(["H-1", "H-7", "H-7"]), StringComparison.Ordinal);
        Assert.Contains("Row 2 has no key", Refused(["H-1", " ", "H-7"]), StringComparison.Ordinal);
        static string Refused(string[] keys) => Assert.Throws<ArgumentException>(() => Draw.SimpleRandom(keys, 1, 1)).Message;
    }

    [Fact]
    public void More_than_a_stratum_holds_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Draw.Stratified([0, 0, 1], [1, 2], 1));
        Assert.Throws<ArgumentException>(() => Draw.Stratified([0, 0, 2], [1, 1], 1));
        Assert.Throws<ArgumentException>(() => Draw.Stratified(["a", "b"], [0, 0, 0], [1], 1));
        Assert.Throws<ArgumentException>(() => Draw.SimpleRandom(3, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.SimpleRandom(-1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.SimpleRandom(3, 1, 1).Reserve(0, 1));
        Assert.Empty(Draw.SimpleRandom(0, 0, 1).Rows);
        Assert.Null(Draw.Stratified([0, 0], [1, 0], 1).Chance(1));
    }
}
