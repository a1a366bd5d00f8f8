// Differences, many comparisons and agreement, against published figures.
namespace Hearth.Statistics.Tests;

public class DifferenceTests
{
    // Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998), table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    public void The_range_is_the_one_Newcombe_published(int first, int firstBase, int second, int secondBase, double lower, double upper)
    {
        var found = Difference.Between(first, firstBase, second, secondBase)!.Value;
        Assert.Equal(lower, found.Lower, 0.00006);
        Assert.Equal(upper, found.Upper, 0.00006);
    }

    [Fact]
    public void The_chance_is_that_of_the_score_test_and_of_Pearsons_on_the_same_table()
    {
        var found = Difference.Between(56, 70, 48, 80)!.Value;
        var table = Difference.Independence([
            [56, 14],
            [48, 32],
        ])!;
        Assert.Equal(table.Chance, found.Chance, 9);
        // 150 (56*32 - 14*48)^2 / (70*80*104*46)
        Assert.Equal(7.02341, table.Statistic, 0.00001);
        Assert.Equal(1, table.Degrees);
        Assert.Equal(0.00805, found.Chance, 0.00005);
    }

    [Fact]
    public void Nothing_to_compare_is_nothing_found()
    {
        Assert.Null(Difference.Between(0, 0, 3, 4));
        Assert.Null(
            Difference.Independence([
                [4, 5],
            ])
        );
        Assert.Equal(1, Difference.Between(5, 5, 8, 8)!.Value.Chance);
    }

    [Fact]
    public void Many_comparisons_are_counted_as_Holm_counts_them()
    {
        // As R gives them: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        var together = Difference.Together([0.01, 0.04, 0.03, 0.005]);
        double[] expected = [0.03, 0.06, 0.06, 0.02];
        foreach (var (found, wanted) in together.Zip(expected))
        {
            Assert.Equal(wanted, found, 12);
        }
        Assert.Equal([1, 1], Difference.Together([0.9, 0.8]));
        Assert.Empty(Difference.Together([]));
    }
}

public class AgreementTests
{
    // Cohen (1960), table 1: 29 in 100 agree, chance would give 35.
    [Fact]
    public void Kappa_is_the_one_Cohen_published()
    {
        int[][] table =
        [
            [25, 13, 12],
            [12, 2, 16],
            [3, 15, 2],
        ];
        Assert.Equal(-0.0923, Agreement.CohenKappa([.. Pairs(table)])!.Value, 0.0001);
        Assert.Equal(
            0.4,
            Agreement
                .CohenKappa([
                    .. Pairs([
                        [20, 5],
                        [10, 15],
                    ]),
                ])!
                .Value,
            12
        );
        Assert.Equal(
            1,
            Agreement.CohenKappa([
                .. Pairs([
                    [4, 0],
                    [0, 7],
                ]),
            ])
        );
        Assert.Null(
            Agreement.CohenKappa([
                .. Pairs([
                    [4, 0],
                    [0, 0],
                ]),
            ])
        );
        Assert.Null(Agreement.CohenKappa<int>([]));
    }

    // Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), examples A and C.
    [Fact]
    public void Alpha_is_the_one_Krippendorff_published()
    {
        string[] two = ["0100000010", "1110010000"];
        Assert.Equal(0.095, Agreement.KrippendorffAlpha(Units(two))!.Value, 0.0005);
        string[] four = ["123321412...", "1233224125.3", ".3332342251.", "1233244125" + "1."];
        Assert.Equal(0.743, Agreement.KrippendorffAlpha(Units(four))!.Value, 0.0005);
    }

    [Fact]
    public void Alpha_of_nothing_in_pairs_or_of_one_category_is_unknown()
    {
        Assert.Null(Agreement.KrippendorffAlpha(Units(["12", ".."])));
        Assert.Null(Agreement.KrippendorffAlpha(Units(["11", "11"])));
    }

    [Fact]
    public void Sets_that_share_more_are_nearer()
    {
        static double Apart(string first, string second) => Agreement.SetDistance(first.ToHashSet(), second.ToHashSet());
        Assert.Equal(0, Apart("ab", "ba"));
        Assert.Equal(0, Apart("", ""));
        Assert.Equal(1 - (0.5 * 2 / 3), Apart("ab", "a"), 12);
        Assert.Equal(1 - (1.0 / 3 / 3), Apart("ab", "bc"), 12);
        Assert.Equal(1, Apart("ab", "cd"));
        Assert.Equal(1, Apart("", "a"));
    }

    private static IEnumerable<(int, int)> Pairs(int[][] table) =>
        table.SelectMany((row, r) => row.SelectMany((count, c) => Enumerable.Repeat((r, c), count)));

    private static IEnumerable<IReadOnlyCollection<char>> Units(string[] coders) =>
        Enumerable.Range(0, coders[0].Length).Select(unit => coders.Select(coder => coder[unit]).Where(code => code != '.').ToList());
}
