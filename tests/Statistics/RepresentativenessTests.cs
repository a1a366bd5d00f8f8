// Who is heard: the published disparity, whole people that add up, and the cases a lowest-over-highest ratio gets wrong.
namespace Hearth.Statistics.Tests;

public class RepresentativenessTests
{
    // The ages of 11,860 tenants and of the 1,204 who answered; 593 have no date of birth on file.
    private static readonly GroupCount[] Answered =
    [
        new("16 to 34", 1_459, 72),
        new("35 to 54", 3_677, 301),
        new("55 and over", 6_131, 831),
        new("Not known", 593, 0, IsUnknown: true),
    ];

    private static readonly GroupCount[] Involved =
    [
        new("16 to 34", 1_459, 0),
        new("35 to 54", 3_677, 5),
        new("55 and over", 6_131, 36),
        new("Not known", 593, 0, IsUnknown: true),
    ];

    // Table 1 of an English council's tenant engagement strategy (2017): percentages of all tenants, of the involved and of survey respondents.
    [Fact]
    public void The_published_ages_are_36_in_100_out_of_balance_among_the_involved_and_17_among_those_who_answered()
    {
        Representation Compare(int young, int middle, int old, int unknown) =>
            Representativeness.CompareShares([
                new("16-34", 12.3m, young),
                new("35-54", 31m, middle),
                new("55+", 52m, old),
                new("DOB unknown", 5m, unknown, IsUnknown: true),
            ]);
        Assert.Equal(0.36, Compare(0, 12, 88, 0).Dissimilarity!.Value, 0.005);
        Assert.Equal(0.17, Compare(6, 25, 69, 0).Dissimilarity!.Value, 0.005);
        Assert.Null(Compare(0, 12, 88, 0).Population);
        Assert.All(Compare(0, 12, 88, 0).Groups, group => Assert.Null(group.Participation));
    }

    [Fact]
    public void The_unknown_are_a_group_of_their_own_and_count_in_the_index()
    {
        var all = Representativeness.Compare(Involved);
        Assert.Equal(0.36, all.Dissimilarity!.Value, 0.005);
        // Half of |0−.12302| + |5/41−.31003| + |36/41−.51695| + |0−.05| = 0.3611.
        Assert.Equal(0.3611, all.Dissimilarity!.Value, 0.00005);
        Assert.Equal(2, all.Groups[3].Shortfall);
        Assert.DoesNotContain(all.ShortGroups, group => group.IsUnknown);
    }

    [Fact]
    public void Heard_72_share_148_is_76_short()
    {
        var result = Representativeness.Compare(Answered);
        Assert.Equal([148, 373, 623, 60], result.Groups.Select(group => group.Expected));
        Assert.Equal([76, 72, 0, 60], result.Groups.Select(group => group.Shortfall));
        Assert.Equal([0, 0, 208, 0], result.Groups.Select(group => group.Surplus));
        Assert.Equal(["16 to 34", "35 to 54"], result.ShortGroups.Select(group => group.Name));
        Assert.Equal(11_860, result.Population);
        Assert.Equal(1_204, result.Observed);
    }

    [Fact]
    public void Reaching_a_share_takes_more_people_than_the_shortfall_because_the_total_grows()
    {
        var young = Representativeness.Compare(Answered).Groups[0];
        Assert.Equal(87, young.MoreNeededToReachShare);
        Assert.True((72 + 87) / (1_204.0 + 87) >= 1_459 / 11_860.0);
        Assert.True((72 + 86) / (1_204.0 + 86) < 1_459 / 11_860.0);
    }

    [Fact]
    public void Shares_gaps_index_and_participation_are_worked_out_by_hand()
    {
        var young = Representativeness.Compare(Answered).Groups[0];
        Assert.Equal(1_459 / 11_860.0, young.PopulationShare!.Value, 12);
        Assert.Equal(72 / 1_204.0, young.ObservedShare!.Value, 12);
        Assert.Equal(-0.06322, young.Gap!.Value, 0.000005);
        Assert.Equal(48.61, young.Index!.Value, 0.005);
        Assert.Equal(Proportion.Wilson(72, 1_459), young.Participation);
    }

    [Fact]
    public void One_empty_group_of_50_in_10_000_does_not_zero_the_score()
    {
        var result = Representativeness.Compare([new("North", 4_800, 480), new("South", 5_150, 520), new("Moorings", 50, 0)]);
        Assert.Equal(0.995, result.Similarity!.Value, 0.0005);
        Assert.Equal(5, result.Groups[2].Shortfall);
        Assert.Equal(0, result.Groups[2].Index);
    }

    [Fact]
    public void A_perfect_match_is_nought_and_no_overlap_at_all_is_one()
    {
        var even = Representativeness.Compare([new("A", 300, 30), new("B", 700, 70)]);
        Assert.Equal(0, even.Dissimilarity!.Value, 12);
        Assert.Empty(even.ShortGroups);
        Assert.Equal(1, even.Test.PValue);
        Assert.Equal(1, Representativeness.Compare([new("A", 300, 0), new("B", 0, 70)]).Dissimilarity!.Value, 12);
    }

    [Fact]
    public void Nobody_heard_and_nobody_there_give_no_score_instead_of_a_crash()
    {
        var silent = Representativeness.Compare([new("A", 300, 0), new("B", 700, 0)]);
        Assert.Null(silent.Dissimilarity);
        Assert.Null(silent.DissimilarityByLuck);
        Assert.Null(silent.Groups[0].Index);
        Assert.Equal(0, silent.Groups[0].Shortfall);
        Assert.Equal(GoodnessOfFitOutcome.NobodyCounted, silent.Test.Outcome);
        Assert.Null(Representativeness.Compare([new("A", 0, 3)]).Dissimilarity);
        Assert.Null(Representativeness.Compare([]).Dissimilarity);
        Assert.Equal(0, Representativeness.Compare([]).Population);
    }

    [Fact]
    public void More_heard_than_there_are_has_no_rate_but_still_a_gap()
    {
        var group = Representativeness.Compare([new("Left since", 10, 12), new("Stayed", 90, 20)]).Groups[0];
        Assert.Null(group.Participation);
        Assert.True(group.Gap > 0);
    }

    [Fact]
    public void Luck_alone_puts_a_small_panel_further_out_of_balance_than_a_large_survey()
    {
        Assert.Equal(0.0940, Representativeness.Compare(Involved).DissimilarityByLuck!.Value, 0.00005);
        Assert.Equal(0.0173, Representativeness.Compare(Answered).DissimilarityByLuck!.Value, 0.00005);
    }

    [Fact]
    public void The_gap_among_those_who_answered_is_not_luck_and_the_merged_groups_are_named()
    {
        // Worked out with the incomplete gamma function to 30 digits: 183.2197, p = 1.8e-39.
        var answered = Representativeness.Compare(Answered);
        Assert.Equal(183.2197, answered.Test.Statistic!.Value, 0.00005);
        Assert.InRange(answered.Test.PValue!.Value, 1.7e-39, 1.9e-39);
        Assert.Empty(answered.MergedForTest);

        var involved = Representativeness.Compare(Involved);
        Assert.Equal(GoodnessOfFitOutcome.TestedAfterMerging, involved.Test.Outcome);
        Assert.Equal(["16 to 34", "Not known"], involved.MergedForTest);
        Assert.True(involved.Test.PValue < 0.001);
    }

    [Fact]
    public void A_negative_count_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Representativeness.Compare([new("A", -1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Representativeness.Compare([new("A", 1, -1)]));
    }
}
