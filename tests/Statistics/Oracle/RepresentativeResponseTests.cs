// The R-indicator against the formulae of Shlomo, Skinner and Schouten in matrices on R's glm, and against cases with a known answer.
using Hearth.Statistics.Estimation;

namespace Hearth.Statistics.Tests.Oracle;

public class RepresentativeResponseTests
{
    [Theory]
    [InlineData("census", null)]
    [InlineData("sample", 4_920)]
    public void The_indicator_its_adjustment_and_its_error_are_those_worked_out_in_R(string name, int? population)
    {
        var asked = Recorded.Asked;
        var found = RepresentativeResponse.Indicator(
            [asked.Categories("area"), asked.Categories("age"), asked.Categories("tenure")],
            [.. asked.Codes("responded").Select(code => code == 1)],
            population
        )!;
        void Same(string figure, double? here) => Recorded.Same(Recorded.Figure(name, "R", "areaf+agef+tenuref", "", figure), here, figure);
        Same("plain", found.Plain);
        Same("adjusted", found.Adjusted);
        Same("se", found.StandardError);
        Same("mean", found.MeanPropensity);
        Recorded.Same(Recorded.Figure(name, "partial", "area", "", "plain"), found.Partial[0].Plain, "partial");
        for (var area = 0; area < 6; area++)
        {
            Recorded.Same(Recorded.Figure(name, "partial", "area", $"{area}", "value"), found.Partial[0].ByCategory[area], $"area {area}");
        }
        Assert.True(found.Converged);
        Assert.True(found.Adjusted > found.Plain);
    }

    [Fact]
    public void Where_two_groups_answer_at_rates_known_the_indicator_is_one_less_their_distance()
    {
        // 200 and 200 asked, 120 and 60 answer: chances 0.6 and 0.3, S = 0.15 over a large population
        var group = Enumerable.Range(0, 400).Select(i => i / 200).ToArray();
        bool[] responded = [.. Enumerable.Range(0, 400).Select(i => i < 200 ? i < 120 : i < 260)];
        var found = RepresentativeResponse.Indicator([new Categories(group, 2)], responded, population: 100_000_000)!;
        Assert.Equal(0.7, found.Plain, 7);
        Assert.Equal(0.45, found.MeanPropensity, 9);
        Assert.Equal(0.15, found.Partial[0].Plain, 9);
        Assert.Equal(-0.15 * Math.Sqrt(0.5), found.Partial[0].ByCategory[1]!.Value, 9);
        // noise: the mean of p(1 − p)/200 over both; drawing: S²/400
        var noise = ((0.24 / 200) + (0.21 / 200)) / 2;
        var drawn = 0.0225 * 400 / 399 / 400;
        Assert.Equal(1 - (2 * Math.Sqrt(0.0225 - noise + drawn)), found.Adjusted, 6);
    }

    [Fact]
    public void Even_chances_give_one_and_a_group_that_never_answers_is_told()
    {
        var group = Enumerable.Range(0, 400).Select(i => i % 2).ToArray();
        var even = RepresentativeResponse.Indicator([new Categories(group, 2)], [.. Enumerable.Range(0, 400).Select(i => i < 100)])!;
        Assert.Equal(1, even.Plain, 9);
        Assert.Equal(1, even.Adjusted, 9);
        var silent = RepresentativeResponse.Indicator([new Categories(group, 3)], [.. Enumerable.Range(0, 400).Select(i => i % 4 == 0)])!;
        Assert.False(silent.Converged);
        Assert.Equal(0.5, silent.Partial[0].Plain * 2, 5);
        Assert.Null(silent.Partial[0].ByCategory[2]);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RepresentativeResponse.Indicator([], [true, false]));
        Assert.Throws<ArgumentException>(() => RepresentativeResponse.Indicator([new Categories(new[] { 0, -1 }, 2)], [true, false]));
        Assert.Throws<ArgumentException>(() => RepresentativeResponse.Indicator([new Categories(new[] { 0, 1 }, 2)], [true, false], 1));
        Assert.Null(RepresentativeResponse.Indicator([new Categories(new[] { 0 }, 1)], [true]));
    }
}
