// What always holds of estimates, whatever the answers and the weights; and what is refused.
using FsCheck;
using FsCheck.Fluent;
using Hearth.Statistics.Estimation;

namespace Hearth.Statistics.Tests.Estimation;

public class EstimateTests
{
    private sealed record Sample(double[] Weights, int[] Strata, int[] Age, int[] Area, int[] Group, double[] Values)
    {
        public int Rows => Weights.Length;

        public Sample Shuffled(int seed)
        {
            var order = Enumerable.Range(0, Rows).ToArray();
            new Random(seed).Shuffle(order);
            T[] By<T>(T[] column) => [.. order.Select(row => column[row])];
            return new(By(Weights), By(Strata), By(Age), By(Area), By(Group), By(Values));
        }

        public SampleDesign Design(bool calibrated, double scale = 1)
        {
            var design = SampleDesign.Stratified([.. Weights.Select(weight => weight * scale)], Strata, [900, 700], LonelyStratum.Adjust);
            return calibrated ? design.Calibrated([new Categories(Age, 3), new Categories(Area, 4)], Weights) : design;
        }

        public EstimateTable Table(bool calibrated, double scale = 1) =>
            Estimates.Table(Design(calibrated, scale), [Measure.Mean(Values)], new Categories(Group, 3));
    }

    private static Arbitrary<Sample> Samples =>
        Gen.Choose(0, 1_000_000)
            .Zip(Gen.Choose(2, 60))
            .Select(drawn =>
            {
                var chance = new Random(drawn.Item1);
                T[] Column<T>(Func<T> one) => [.. Enumerable.Range(0, drawn.Item2).Select(_ => one())];
                return new Sample(
                    Column(() => 0.2 + (3 * chance.NextDouble())),
                    Column(() => chance.Next(2)),
                    Column(() => chance.Next(3)),
                    Column(() => chance.Next(4)),
                    Column(() => chance.Next(-1, 3)),
                    Column(() => chance.Next(6) == 0 ? double.NaN : chance.Next(2))
                );
            })
            .ToArbitrary();

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Prop.ForAll(
                Samples,
                ArbMap.Default.ArbFor<bool>(),
                (sample, calibrated) => Alike(sample.Table(calibrated), sample.Shuffled(7).Table(calibrated))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_scale_of_the_weights_does_not_matter() =>
        Prop.ForAll(
                Samples,
                ArbMap.Default.ArbFor<bool>(),
                (sample, calibrated) => Alike(sample.Table(calibrated), sample.Table(calibrated, scale: 37.5))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_error_is_below_nought_and_every_range_holds_its_share() =>
        Prop.ForAll(
                Samples,
                ArbMap.Default.ArbFor<bool>(),
                (sample, calibrated) =>
                {
                    var table = sample.Table(calibrated);
                    return Enumerable
                        .Range(0, 3)
                        .Select(group => table[0, group])
                        .All(found =>
                            found.Value is not { } share
                            || (
                                found.StandardError is null or >= 0
                                && Enum.GetValues<IntervalMethod>()
                                    .Select(method => found.Interval(method))
                                    .All(range => range is not { } ends || (ends.Lower <= share + 1e-9 && share <= ends.Upper + 1e-9))
                            )
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Even_weights_and_no_strata_are_the_formula_of_the_textbook() =>
        Prop.ForAll(
                Samples,
                sample =>
                {
                    double[] values = [.. sample.Values.Select(value => double.IsNaN(value) ? 0.0 : value)];
                    var found = Estimates.Of(SampleDesign.Simple(values.Length, 500), Measure.Mean(values));
                    var (n, mean) = ((double)values.Length, values.Average());
                    var formula = (1 - (n / 500)) * values.Sum(value => (value - mean) * (value - mean)) / (n - 1) / n;
                    return Math.Abs(found.Value!.Value - mean) < 1e-12 && Math.Abs(found.Variance!.Value - formula) <= 1e-9 * formula;
                }
            )
            .QuickCheckThrowOnFailure();

    // the textbook's own way: residuals of each row from a regression solved on a dense matrix
    [Fact]
    public void Sums_alone_give_what_residuals_of_every_row_give() =>
        Prop.ForAll(
                Samples,
                sample =>
                {
                    var table = sample.Table(calibrated: true);
                    return Enumerable
                        .Range(0, 3)
                        .All(group => table[0, group].Variance is not { } found || Math.Abs(found - Dense(sample, group)) <= 1e-9);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_share_that_the_margins_fix_has_no_error()
    {
        var chance = new Random(5);
        int[] age = [.. Enumerable.Range(0, 300).Select(_ => chance.Next(3))];
        int[] area = [.. Enumerable.Range(0, 300).Select(_ => chance.Next(4))];
        double[] weights = [.. age.Select(code => 1.0 + code)];
        var design = SampleDesign.Simple(weights).Calibrated([new Categories(age, 3), new Categories(area, 4)]);
        Assert.Equal(0.0, Estimates.Of(design, Measure.Share(age, [1], [0, 1, 2])).StandardError!.Value);
        Assert.True(Estimates.Of(SampleDesign.Simple(weights), Measure.Share(age, [1], [0, 1, 2])).StandardError > 0.02);
    }

    [Fact]
    public void A_census_has_no_error_and_a_wrong_population_is_refused()
    {
        double[] values = [1, 0, 1, 1];
        Assert.Equal(0.0, Estimates.Of(SampleDesign.Simple(4, 4), Measure.Mean(values)).StandardError!.Value);
        Assert.Throws<ArgumentException>(() => SampleDesign.Simple(4, 3));
        Assert.Throws<ArgumentException>(() => SampleDesign.Stratified([1, 1], [0, 0], [1]));
        Assert.Throws<ArgumentException>(() => SampleDesign.Stratified([1, 1], [0, 2], [5, 5]));
        Assert.Throws<ArgumentException>(() => SampleDesign.Stratified([1, 1], [0], [5]));
        Assert.Throws<ArgumentException>(() => SampleDesign.Simple([1, -1]));
        Assert.Throws<ArgumentException>(() => SampleDesign.Simple([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => SampleDesign.Simple(2).Calibrated([new Categories(new[] { 0, 2 }, 2)]));
        Assert.Throws<ArgumentException>(() => Estimates.Of(SampleDesign.Simple(3), Measure.Mean(values)));
        Assert.Throws<ArgumentException>(() => Measure.Share(new[] { 0 }, [3], [0, 1]));
    }

    [Fact]
    public void Nobody_in_the_base_is_no_figure_and_says_so()
    {
        int[] answers = [0, 0, 5, -1];
        var table = Estimates.Table(
            SampleDesign.Simple(4),
            [Measure.Share(answers, [0], [0, 1]), Measure.Ratio(new double[4], new double[4])],
            new Categories(new[] { 0, 0, 1, 1 }, 2)
        );
        Assert.Equal(EstimateRefusal.None, table[0, 0].Refusal);
        Assert.Equal(2, table[0, 0].Respondents);
        Assert.Equal(1.0, table[0, 0].Value!.Value);
        // all alike: no spread to see, and a range all the same
        Assert.Equal(0.0, table[0, 0].StandardError!.Value);
        Assert.Equal(2.0, table[0, 0].EffectiveSize!.Value, 12);
        Assert.True(table[0, 0].Interval()!.Value.Lower < 0.5);
        // (1 + 3)² / (1² + 3²)
        Assert.Equal(1.6, Estimates.Of(SampleDesign.Simple([1, 3]), Measure.Mean(new double[] { 1, 1 })).EffectiveSize!.Value, 12);
        Assert.Equal(EstimateRefusal.NobodyInTheBase, table[0, 1].Refusal);
        Assert.Equal(0, table[0, 1].Respondents);
        Assert.Null(table[0, 1].Value);
        Assert.Null(table[1, 0].Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[0, 2]);
    }

    [Fact]
    public void A_plain_sample_has_Wilsons_range_as_from_its_counts()
    {
        double[] values = [.. Enumerable.Range(0, 263).Select(i => i < 81 ? 1.0 : 0)];
        var (found, counts) = (
            Estimates.Of(SampleDesign.Simple(263), Measure.Mean(values)).Interval()!.Value,
            Proportion.Wilson(81, 263)!.Value
        );
        Assert.Equal(counts.Lower, found.Lower, 12);
        Assert.Equal(counts.Upper, found.Upper, 12);
    }

    private static bool Alike(EstimateTable one, EstimateTable two) =>
        Enumerable
            .Range(0, one.Groups)
            .All(group =>
                Near(one[0, group].Value, two[0, group].Value)
                && Near(one[0, group].StandardError, two[0, group].StandardError)
                && one[0, group].Respondents == two[0, group].Respondents
            );

    private static bool Near(double? one, double? two) =>
        one is { } first && two is { } second ? Math.Abs(first - second) <= 1e-7 : one is null && two is null;

    private static double Dense(Sample sample, int group)
    {
        var inside = Enumerable
            .Range(0, sample.Rows)
            .Select(row => sample.Group[row] == group && !double.IsNaN(sample.Values[row]))
            .ToList();
        double Sum(Func<int, double> of) => Enumerable.Range(0, sample.Rows).Where(row => inside[row]).Sum(of);
        var whole = Sum(row => sample.Weights[row]);
        var mean = Sum(row => sample.Weights[row] * sample.Values[row]) / whole;
        // modified Gram–Schmidt over the indicators, in the metric of the weights
        double[] left = [.. Enumerable.Range(0, sample.Rows).Select(row => inside[row] ? (sample.Values[row] - mean) / whole : 0)];
        var kept = new List<double[]>();
        foreach (var column in Enumerable.Range(0, 7).Select(at => Indicator(sample, at)).Append(left))
        {
            var target = column;
            foreach (var _ in Enumerable.Range(0, 2))
            {
                foreach (var basis in kept)
                {
                    var along = basis.Select((x, row) => sample.Weights[row] * x * target[row]).Sum();
                    for (var row = 0; row < target.Length; row++)
                    {
                        target[row] -= along * basis[row];
                    }
                }
            }
            var length = Math.Sqrt(target.Select((x, row) => sample.Weights[row] * x * x).Sum());
            if (!ReferenceEquals(target, left) && length > 1e-6)
            {
                kept.Add([.. target.Select(x => x / length)]);
            }
        }
        double[] sizes = [900, 700];
        return Enumerable
            .Range(0, 2)
            .Sum(stratum =>
            {
                var own = Enumerable
                    .Range(0, sample.Rows)
                    .Where(row => sample.Strata[row] == stratum)
                    .Select(row => sample.Weights[row] * left[row])
                    .ToList();
                var free = own.Count == 0 ? 0 : (sizes[stratum] - own.Count) / sizes[stratum];
                return own.Count switch
                {
                    0 => 0,
                    1 => free * own[0] * own[0],
                    _ => free * own.Count / (own.Count - 1) * own.Sum(x => (x - own.Average()) * (x - own.Average())),
                };
            });
    }

    private static double[] Indicator(Sample sample, int at) =>
        [.. Enumerable.Range(0, sample.Rows).Select(row => (at < 3 ? sample.Age[row] == at : sample.Area[row] == at - 3) ? 1.0 : 0)];
}
