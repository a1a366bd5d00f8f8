// Raking against totals worked out by hand, published tables, and rules that hold for every sample.
using FsCheck;
using FsCheck.Fluent;
using Hearth.Statistics.Sampling;
using Hearth.Statistics.Weighting;

namespace Hearth.Statistics.Tests.Weighting;

public class RakingTests
{
    private static readonly WeightingOptions Shares = new() { Targets = TargetKind.Shares };

    internal static WeightingVariable Variable(string name, int[] codes, params double[] targets) =>
        new(name, codes, [.. targets.Select((_, i) => $"{name} {i}")], targets);

    private static double Total(WeightingResult raked, int[] codes, int category) =>
        codes.Index().Where(code => code.Item == category).Sum(code => raked.Weights[code.Index]);

    [Fact]
    public void Weights_bring_both_margins_to_what_is_known()
    {
        // 30 women, 10 men; 18 young, 22 old, unevenly: of everyone half are men, a quarter young
        int[] sex = [.. Enumerable.Repeat(0, 30), .. Enumerable.Repeat(1, 10)];
        int[] age = [.. Enumerable.Repeat(0, 12), .. Enumerable.Repeat(1, 18), .. Enumerable.Repeat(0, 6), .. Enumerable.Repeat(1, 4)];

        var raked = Raking.Rake([Variable("Sex", sex, 0.5, 0.5), Variable("Age", age, 25, 75)], Shares);

        Assert.True(raked.IsWeighted && raked.Met);
        Assert.Equal(20, Total(raked, sex, 1), 9);
        Assert.Equal(10, Total(raked, age, 0), 9);
        Assert.Equal(40, raked.ToArray().Sum(), 9);
        Assert.True(raked.Furthest <= 1e-10);
        // among men, young against old keep the odds they had: raking leaves the odds ratio as it was
        double Weight(int s, int a) => raked.ToArray().Where((_, i) => sex[i] == s && age[i] == a).First();
        Assert.Equal(1, Weight(0, 0) * Weight(1, 1) / (Weight(0, 1) * Weight(1, 0)), 9);
        var men = raked.Categories.Single(category => category.Category == "Sex 1");
        Assert.Equal((10, 0.5, 0.25), (men.Respondents, men.Wanted, men.Before));
        Assert.Equal(0.5, men.After, 9);
    }

    [Fact]
    public void One_margin_is_the_share_wanted_over_the_share_found()
    {
        var raked = CellWeighting.Weigh(Variable("Group", [0, 0, 0, 1], 50, 50));
        Assert.Equal([2.0 / 3, 2.0 / 3, 2.0 / 3, 2.0], raked.ToArray().Select(weight => Math.Round(weight * 3, 12) / 3));
        // 4 (3 (2/3)² + 4) / 16
        Assert.Equal(4.0 / 3, raked.DesignEffect!.Value, 12);
        Assert.Equal(3, raked.EffectiveSize, 12);
    }

    [Fact]
    public void Weights_count_everyone_where_that_is_asked_for()
    {
        var group = Variable("Group", [0, 0, 0, 1], 600, 200);
        Assert.Equal(800, Raking.Rake([group], new() { Scale = WeightScale.Targets }).ToArray().Sum(), 9);
        Assert.Equal(4, Raking.Rake([group]).ToArray().Sum(), 12);
        double[] bases = [50, 50, 70, 30];
        var shares = Raking.Rake([group with { Targets = [75, 25] }], Shares with { Scale = WeightScale.Targets }, bases);
        Assert.Equal(200, shares.ToArray().Sum(), 9);
    }

    [Fact]
    public void Cells_of_two_variables_are_each_brought_to_their_target()
    {
        int[] sex = [0, 0, 0, 1, 1, 0, -1];
        int[] age = [0, 0, 1, 0, 1, 1, 1];
        var cells = CellWeighting.Cross(Variable("Sex", sex, 0, 0), Variable("Age", age, 0, 0), [4, 2, 3, 3]);
        Assert.Equal("Sex 0, Age 1", cells.Categories[1]);
        var weighted = CellWeighting.Weigh(cells);
        // the one of unknown sex keeps the weight of 1; the six others share 6 as 4 : 2 : 3 : 3
        Assert.Equal([1, 1, 0.5, 1.5, 1.5, 0.5, 1], weighted.ToArray().Select(weight => Math.Round(weight, 12)));
        Assert.Throws<ArgumentException>(() => CellWeighting.Cross(Variable("Sex", sex, 0, 0), Variable("Age", age, 0, 0), [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => CellWeighting.Cross(Variable("Sex", [2], 0, 0), Variable("Age", [0], 0, 0), [1, 2, 3, 4]));
    }

    [Fact]
    public void Those_of_whom_it_is_not_known_keep_their_share()
    {
        int[] age = [0, 0, 0, 0, 1, 1, -1, -1, -1, -1];
        int[] ward = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
        var raked = Raking.Rake([Variable("Age", age, 30, 70), Variable("Ward", ward, 40, 60)]);
        Assert.Equal(4, Total(raked, age, -1), 9);
        Assert.Equal(6 * 0.3, Total(raked, age, 0), 9);
        Assert.Equal(6, Total(raked, ward, 1), 9);
        var unknown = raked.Categories.Single(category => category.Category is null);
        Assert.Equal(("Age", 4, 0.4), (unknown.Variable, unknown.Respondents, unknown.Wanted));
    }

    [Fact]
    public void A_fit_worked_by_Deming_and_Stephans_rule_in_decimals_is_the_same()
    {
        // Ardilly and Tillé's table, fitted cell by cell as the paper of 1940 says
        decimal[][] table =
        [
            [80, 170, 150],
            [90, 80, 210],
            [10, 80, 130],
        ];
        decimal[] rows = [430, 360, 210];
        decimal[] columns = [150, 300, 550];
        int[] row = [.. Enumerable.Range(0, 9).Select(i => i / 3)];
        int[] column = [.. Enumerable.Range(0, 9).Select(i => i % 3)];
        double[] bases = [.. table.SelectMany(cells => cells.Select(Convert.ToDouble))];
        for (var round = 0; round < 60; round++)
        {
            for (var i = 0; i < 3; i++)
            {
                var sum = table[i].Sum();
                table[i] = [.. table[i].Select(cell => cell * rows[i] / sum)];
            }
            for (var j = 0; j < 3; j++)
            {
                var sum = table.Sum(cells => cells[j]);
                foreach (var cells in table)
                {
                    cells[j] = cells[j] * columns[j] / sum;
                }
            }
        }
        var raked = Raking.Rake(
            [Variable("Row", row, [.. rows.Select(Convert.ToDouble)]), Variable("Column", column, [.. columns.Select(Convert.ToDouble)])],
            new() { Scale = WeightScale.Targets },
            bases
        );
        foreach (var (i, weight) in raked.ToArray().Index())
        {
            Assert.Equal((double)table[i / 3][i % 3], weight, 1e-6);
        }
    }

    [Fact]
    public void The_four_by_four_table_is_fitted_as_it_is_printed()
    {
        // "Iterative proportional fitting", Wikipedia
        double[] cells = [40, 30, 20, 10, 35, 50, 100, 75, 30, 80, 70, 120, 20, 30, 40, 50];
        double[] printed =
        [
            64.61,
            46.28,
            35.42,
            3.83,
            49.95,
            68.15,
            156.49,
            25.37,
            56.70,
            144.40,
            145.06,
            53.76,
            28.74,
            41.18,
            63.03,
            17.03,
        ];
        WeightingVariable[] both =
        [
            Variable("Row", [.. Enumerable.Range(0, 16).Select(i => i / 4)], 150, 300, 400, 150),
            Variable("Column", [.. Enumerable.Range(0, 16).Select(i => i % 4)], 200, 300, 400, 100),
        ];
        // it is printed after three rounds, when the rows are still out by 1 in 1,000
        var table = Cells.Of(both, cells, apart: true);
        List<Groups> groups = [.. both.Select((variable, j) => Groups.Merge(variable, table.Counts[j], null, []))];
        foreach (var (j, group) in groups.Index())
        {
            var totals = new double[5];
            Fit.Add(cells, table.Codes[j].Span, totals);
            group.Scale(totals);
        }
        var three = Fit.Rake(table, groups, 1e-10, rounds: 3).Weights;
        Assert.All(three.Zip(printed), pair => Assert.Equal(pair.Second, pair.First * 1_000 / cells.Sum(), 0.0051));
    }

    [Fact]
    public void Weights_are_positive_and_meet_every_target_whatever_the_sample() =>
        Prop.ForAll(
                Samples,
                sample =>
                {
                    var raked = Raking.Rake(sample.Variables, Shares, sample.Bases);
                    return raked.IsWeighted
                        && raked.ToArray().All(weight => weight > 0)
                        && Math.Abs(raked.ToArray().Sum() - sample.Bases.Length) < 1e-8
                        && sample.Variables.All(variable =>
                            variable
                                .Targets.Index()
                                .All(target =>
                                    Math.Abs(
                                        Total(raked, variable.Codes.ToArray(), target.Index)
                                            / sample.Bases.Length
                                            * variable.Targets.Sum()
                                            / target.Item
                                            - 1
                                    ) < 1e-8
                                )
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_rows_and_of_the_variables_does_not_matter() =>
        Prop.ForAll(
                Samples,
                sample =>
                {
                    var mixed = Enumerable.Range(0, sample.Bases.Length).ToArray();
                    new Xoshiro256(7).Shuffle(mixed);
                    var raked = Raking.Rake(sample.Variables, Shares, sample.Bases);
                    var other = Raking.Rake(
                        [.. sample.Variables.Reverse().Select(v => v with { Codes = mixed.Select(i => v.Codes.Span[i]).ToArray() })],
                        Shares,
                        mixed.Select(i => sample.Bases[i]).ToArray()
                    );
                    return mixed.Index().All(i => Math.Abs(other.Weights[i.Index] - raked.Weights[i.Item]) < 1e-6);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_like_respondents_together_changes_nothing()
    {
        // the same people once as 4,000 rows in 24 cells, and once with a variable that sets each of them apart
        var lots = new Xoshiro256(3);
        int[] Codes(int many) => [.. Enumerable.Range(0, 4_000).Select(_ => (int)lots.Below((ulong)many))];
        WeightingVariable[] three =
        [
            Variable("A", Codes(2), 40, 60),
            Variable("B", Codes(3), 20, 30, 50),
            Variable("C", Codes(4), 10, 20, 30, 40),
        ];
        // everybody's own category: its target is the weight that the three give, so that nothing has to move
        var together = Raking.Rake(three, Shares);
        var apart = new WeightingVariable(
            "Own",
            Enumerable.Range(0, 4_000).ToArray(),
            [.. Enumerable.Range(0, 4_000).Select(i => $"{i}")],
            [.. together.ToArray().Select(weight => weight / 40)]
        );
        var alone = Raking.Rake([.. three, apart], Shares with { Tolerance = 1e-8 });
        Assert.All(together.ToArray().Zip(alone.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        // and a thousand categories in four variables, more combinations than a table holds
        var wide = Raking.Rake(
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(v =>
                        Variable(
                            $"V{v}",
                            [.. three[0].Codes.ToArray().Select(code => code * (500 + v))],
                            [
                                .. Enumerable
                                    .Range(0, 1_000)
                                    .Select(c =>
                                        c == 0 ? 40.0
                                        : c == 500 + v ? 60
                                        : 0
                                    ),
                            ]
                        )
                    ),
            ],
            Shares
        );
        Assert.Equal(0.4, wide.Categories.First(category => category.Variable == "V3").After, 9);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void No_more_memory_is_asked_for_than_four_times_the_columns_however_unlike_the_respondents(bool limits, bool bases)
    {
        // six variables of 40 categories: four thousand million kinds, so that hardly two of 60,000 are alike
        const int Rows = 60_000;
        var lots = new Xoshiro256(5);
        WeightingVariable[] six =
        [
            .. Enumerable
                .Range(0, 6)
                .Select(v =>
                    Variable(
                        $"V{v}",
                        [.. Enumerable.Range(0, Rows).Select(_ => (int)lots.Below(40))],
                        [.. Enumerable.Range(0, 40).Select(k => 20.0 + k)]
                    )
                ),
        ];
        double[] weights = bases ? [.. Enumerable.Range(0, Rows).Select(i => 1.0 + (i % 2))] : [];
        var options = new WeightingOptions { Limits = limits ? new(0.2, 3.5) : null };
        Raking.Rake(six, options, weights);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var raked = Raking.Rake(six, options, weights);
        var asked = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(raked.Met);
        Assert.Equal(limits, Math.Abs(raked.Distribution()!.Most - 3.5) < 1e-9);
        Assert.True(asked < 4L * Rows * ((6 * sizeof(int)) + (bases ? sizeof(double) : 0)), $"{asked} bytes");
    }

    internal sealed record Sample(WeightingVariable[] Variables, double[] Bases);

    // every combination of categories occurs, so that weights exist; the rest falls as it will
    internal static Arbitrary<Sample> Samples =>
        Gen.Choose(1, 3)
            .SelectMany(kinds => Gen.Choose(2, 4).ArrayOf(kinds))
            .SelectMany(sizes =>
                Gen.Choose(1, 40)
                    .SelectMany(more =>
                        Gen.Choose(0, int.MaxValue)
                            .Select(seed =>
                            {
                                var lots = new Xoshiro256((ulong)seed);
                                var cells = sizes.Aggregate(1, (a, b) => a * b);
                                int[] cell =
                                [
                                    .. Enumerable.Range(0, cells),
                                    .. Enumerable.Range(0, more).Select(_ => (int)lots.Below((ulong)cells)),
                                ];
                                var before = 1;
                                var variables = new List<WeightingVariable>();
                                foreach (var size in sizes)
                                {
                                    var step = before;
                                    double[] parts = [.. Enumerable.Range(0, size).Select(_ => 1.0 + lots.Below(9))];
                                    var all = parts.Sum();
                                    variables.Add(
                                        Variable(
                                            $"V{variables.Count}",
                                            [.. cell.Select(c => c / step % size)],
                                            [.. parts.Select(part => part / all)]
                                        )
                                    );
                                    before *= size;
                                }
                                return new Sample([.. variables], [.. cell.Select(_ => 0.5 + (lots.Below(100) / 50.0))]);
                            })
                    )
            )
            .ToArbitrary();
}
