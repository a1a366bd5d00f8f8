// What cannot be weighted is refused in words that say what to do.
using Hearth.Statistics.Weighting;

namespace Hearth.Statistics.Tests.Weighting;

public class RefusalTests
{
    private static readonly WeightingVariable Age = new("Age", new[] { 0, 0, 1 }, ["16 to 34", "35 and over"], [400, 600]);
    private static readonly WeightingVariable Ward = new("Ward", new[] { 0, 1, 1 }, ["Abbey", "Bridge"], [500, 500]);

    private static T Refused<T>(WeightingOptions? options, params WeightingVariable[] variables)
        where T : WeightingRefusal
    {
        var result = Raking.Rake(variables, options);
        Assert.False(result.IsWeighted);
        Assert.True(result.Weights.IsEmpty);
        return Assert.IsType<T>(Assert.Single(result.Refusals));
    }

    [Fact]
    public void Margins_that_count_different_numbers_of_people_contradict_each_other() =>
        Assert.Equal(
            "Ward counts 1,100 people and Age counts 1,000. Correct one of them, or give shares if they are of different days or sources.",
            Refused<WeightingRefusal.TotalsContradict>(null, Age, Ward with { Targets = [500, 600] }).Message
        );

    [Fact]
    public void Shares_from_other_days_do_not_contradict() =>
        Assert.True(
            Raking
                .Rake([Age with { Targets = [0.6, 0.4] }, Ward with { Targets = [50.2, 49.7] }], new() { Targets = TargetKind.Shares })
                .IsWeighted
        );

    [Fact]
    public void Shares_that_add_up_to_neither_1_nor_100_miss_a_category() =>
        Assert.Equal(
            "Ward: the shares add up to 90, not to 1 or 100%. Look for a category that is missing or counted twice.",
            Refused<WeightingRefusal.SharesDoNotAddUp>(
                new() { Targets = TargetKind.Shares },
                Age with
                {
                    Targets = [40, 60],
                },
                Ward with
                {
                    Targets = [50, 40],
                }
            ).Message
        );

    [Fact]
    public void People_of_whom_nobody_answered_cannot_be_stood_for() =>
        Assert.Equal(
            "Age: nobody of ‘35 and over’ answered, and the target is 600. No weight can make up for them: merge the category with another, or ask them.",
            Refused<WeightingRefusal.PeopleWithoutRespondents>(null, Age with { Codes = new[] { 0, 0, 0 } }, Ward).Message
        );

    [Fact]
    public void Respondents_of_whom_there_should_be_none_are_a_mistake_in_the_targets() =>
        Assert.Equal(
            "Age: 2 of ‘16 to 34’ answered, and the target is 0. Correct the target, or merge the category with another.",
            Refused<WeightingRefusal.RespondentsWithoutPeople>(null, Age with { Targets = [0, 1_000] }, Ward).Message
        );

    [Theory]
    [InlineData(-3, "Age: the target for ‘16 to 34’ is -3. Enter 0 or more.")]
    [InlineData(double.NaN, "Age: the target for ‘16 to 34’ is not a number. Enter 0 or more.")]
    [InlineData(double.PositiveInfinity, "Age: the target for ‘16 to 34’ is not a number. Enter 0 or more.")]
    public void Targets_are_numbers_from_0(double target, string words) =>
        Assert.Equal(words, Refused<WeightingRefusal.TargetImpossible>(null, Age with { Targets = [target, 600] }, Ward).Message);

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var result = Raking.Rake([Age with { Targets = [-1, double.NaN] }, Ward with { Targets = [0, 0] }], null, new[] { 1, -2.0, 1 });
        Assert.Equal(
            [
                "The weight in row 2 is -2. Weights are 0 or more.",
                "Age: the target for ‘16 to 34’ is -1. Enter 0 or more.",
                "Age: the target for ‘35 and over’ is not a number. Enter 0 or more.",
                "Ward: every target is 0. Enter how many people, or what share of them, each category has.",
            ],
            result.Refusals.Select(refusal => refusal.Message)
        );
    }

    [Fact]
    public void Nobody_and_nothing_are_refused()
    {
        Refused<WeightingRefusal.NothingToWeightBy>(null);
        Refused<WeightingRefusal.NobodyAnswered>(null, Age with { Codes = Array.Empty<int>() });
        Assert.IsType<WeightingRefusal.NobodyAnswered>(Assert.Single(Raking.Rake([Age], null, new double[3]).Refusals));
    }

    [Fact]
    public void Combinations_that_nobody_has_are_found_and_the_category_is_named_with_how_far_it_is_off()
    {
        // every young person lives in Abbey and every Abbey person is young: 40 in 100 cannot be 50 in 100
        int[] alike = [0, 0, 0, 1, 1];
        var refusal = Refused<WeightingRefusal.TargetsCannotBeMetTogether>(null, Age with { Codes = alike }, Ward with { Codes = alike });
        Assert.Equal("Age", refusal.Variable);
        Assert.Equal(0.1, Math.Abs(refusal.Got - refusal.Wanted), 6);
        Assert.StartsWith("After ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("is still at 50.0% of everyone where 40.0% are wanted", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.Rounds <= 300, "a hopeless case is given up");
    }

    [Fact]
    public void A_zero_that_leaves_a_way_is_no_obstacle()
    {
        // nobody young in Bridge, but enough others
        var raked = Raking.Rake([Age with { Codes = new[] { 0, 1, 1, 1 } }, Ward with { Codes = new[] { 0, 0, 1, 1 } }]);
        Assert.True(raked.IsWeighted);
        Assert.Equal([1.6, 0.4, 1, 1], raked.ToArray().Select(weight => Math.Round(weight, 8)));
    }

    [Fact]
    public void Mistakes_of_the_program_throw()
    {
        Assert.Throws<ArgumentException>(() => Raking.Rake([Age, Ward with { Codes = new[] { 0 } }]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([Age with { Targets = [1.0] }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Rake([Age with { Codes = new[] { 0, 1, 2 } }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Rake([Age with { Codes = new[] { 0, 1, -2 } }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Rake([Age with { Codes = new[] { 0, 1, int.MaxValue } }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Rake([Age with { Codes = new[] { 0, 1, int.MinValue } }]));
        // one code too many among respondents who are alike, and so are taken together
        int[] alike = [.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 50)];
        Assert.True(Raking.Rake([Age with { Codes = alike }]).IsWeighted);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Rake([Age with { Codes = alike.Append(2).ToArray() }]));
        Assert.Contains("Age: a code is neither a category, 0 to 1, nor -1 for unknown.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Raking.Rake([Age], null, new double[2]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([Age], new() { Tolerance = 0 }));
        Assert.Throws<ArgumentException>(() => Raking.Rake([Age], new() { CollapseBelow = 0 }));
        Assert.Throws<ArgumentException>(() => Raking.Rake([Age with { Other = 2 }]));
    }
}
