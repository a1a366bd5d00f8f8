// Borda's count against a published example and one worked by hand.
namespace Hearth.Statistics.Tests;

public class RankedPreferencesTests
{
    [Fact]
    public void The_capital_of_Tennessee_comes_out_as_in_the_textbooks()
    {
        // 0 Memphis, 1 Nashville, 2 Chattanooga, 3 Knoxville; 42, 26, 15 and 17 in a hundred voters by where they live.
        IEnumerable<IReadOnlyList<int>> voters =
        [
            .. Enumerable.Repeat<IReadOnlyList<int>>([0, 1, 2, 3], 42),
            .. Enumerable.Repeat<IReadOnlyList<int>>([1, 2, 3, 0], 26),
            .. Enumerable.Repeat<IReadOnlyList<int>>([2, 3, 1, 0], 15),
            .. Enumerable.Repeat<IReadOnlyList<int>>([3, 2, 1, 0], 17),
        ];

        var counted = RankedPreferences.Count(4, voters);

        Assert.Equal([126m, 194m, 173m, 107m], counted.Select(one => one.Points));
        Assert.Equal([42, 26, 15, 17], counted.Select(one => one.Firsts));
    }

    [Fact]
    public void Choices_without_a_place_share_the_points_that_are_left()
    {
        // By hand, of four: 3 2 1 0; then 3 2 and ½ ½; then 3 and 1 1 1. Empty orders count for nothing.
        var counted = RankedPreferences.Count(
            4,
            [
                [0, 1, 2, 3],
                [1, 0],
                [1],
                [],
            ]
        );

        Assert.Equal([3m + 2 + 1, 2m + 3 + 3, 1m + 0.5m + 1, 0m + 0.5m + 1], counted.Select(one => one.Points));
        Assert.Equal([1.5m, 4m / 3, 3m, 4m], counted.Select(one => one.MeanPlace));
        Assert.Equal(3 * 6m, counted.Sum(one => one.Points));
    }

    [Fact]
    public void A_choice_that_nobody_gave_a_place_has_no_mean_place() =>
        Assert.Null(
            RankedPreferences
                .Count(
                    2,
                    [
                        [0],
                    ]
                )[1]
                .MeanPlace
        );

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_number_that_is_no_choice_is_refused(int choice) =>
        Assert.Throws<ArgumentException>(() =>
            RankedPreferences.Count(
                2,
                [
                    [choice],
                ]
            )
        );

    [Fact]
    public void A_choice_that_stands_twice_in_one_order_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            RankedPreferences.Count(
                2,
                [
                    [1, 1],
                ]
            )
        );
}
