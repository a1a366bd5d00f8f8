// Estimates, intervals and tests against R's survey package on the same data, to six significant digits.
using Hearth.Statistics.Estimation;

namespace Hearth.Statistics.Tests.Oracle;

public class SurveyPackageTests
{
    public static TheoryData<string> Designs => [.. TenantSurvey.Designs];

    [Theory]
    [MemberData(nameof(Designs))]
    public void Means_shares_and_ratios_of_everyone_and_of_groups_are_those_of_R(string name)
    {
        var design = TenantSurvey.Design(name);
        string[] measures = ["yes1", "yes2", "q1", "intime/jobs"];
        var whole = Estimates.Table(design, [.. measures.Select(TenantSurvey.Question)]);
        var groups = Estimates.Table(design, [.. measures.Select(TenantSurvey.Question)], TenantSurvey.Groups);
        var compared = 0;
        foreach (
            var recorded in Recorded.Results.Where(one =>
                one.Design == name && one.What is "mean" or "ratio" && measures.Contains(one.Measure)
            )
        )
        {
            var measure = Array.IndexOf(measures, recorded.Measure);
            var found = recorded.Group.Length == 0 ? whole[measure, 0] : groups[measure, int.Parse(recorded.Group)];
            Recorded.Same(
                recorded.Value,
                recorded.Name switch
                {
                    "value" => found.Value,
                    "se" => found.StandardError,
                    "deff" => found.DesignEffect,
                    "degf" => found.Degrees,
                    _ => null,
                },
                recorded.ToString()
            );
            if (recorded.Name == "deff")
            {
                Recorded.Same(found.Respondents / recorded.Value, found.EffectiveSize, recorded.ToString());
            }
            compared++;
        }
        // four figures of three means and two of a ratio, and two of each for seven groups
        Assert.Equal((3 * 4) + 2 + (4 * 2 * 7), compared);
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Ranges_of_shares_are_those_of_svyciprop(string name)
    {
        var design = TenantSurvey.Design(name);
        var whole = Estimates.Of(design, TenantSurvey.Question("yes1"));
        var groups = Estimates.Table(design, [TenantSurvey.Question("yes1")], TenantSurvey.Groups);
        foreach (
            var (what, method) in new[] { ("logit", IntervalMethod.Logit), ("beta", IntervalMethod.Beta), ("wald", IntervalMethod.Wald) }
        )
        {
            foreach (var group in new[] { "", "0", "3", "5" })
            {
                var estimate = group.Length == 0 ? whole : groups[0, int.Parse(group)];
                var range = estimate.Interval(method)!.Value;
                Recorded.Same(Recorded.Figure(name, what, "yes1", group, "lower"), range.Lower, $"{name} {what} {group} lower");
                Recorded.Same(Recorded.Figure(name, what, "yes1", group, "upper"), range.Upper, $"{name} {what} {group} upper");
                if (method == IntervalMethod.Wald)
                {
                    Recorded.Same((range.Upper - range.Lower) / 2, estimate.MarginOfError(), $"{name} {group} margin");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Rao_and_Scotts_tests_are_those_of_svychisq(string name)
    {
        var design = TenantSurvey.Design(name);
        foreach (var side in new[] { "area", "group" })
        {
            var test = RaoScott.Independence(design, Recorded.Tenants.Categories("q3", from: 1), Recorded.Tenants.Categories(side))!;
            void Same(string what, string figure, double found) =>
                Recorded.Same(Recorded.Figure(name, what, $"q3*{side}", "", figure), found, $"{name} {side} {what} {figure}");
            Same("F", "value", test.F);
            Same("F", "df1", test.FDegrees);
            Same("F", "df2", test.FDegreesBelow);
            Same("F", "p", test.Chance);
            Same("Chisq", "value", test.Pearson);
            Same("Chisq", "df1", test.Degrees);
            Same("Chisq", "p", test.FirstOrderChance);
        }
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void What_two_questions_to_the_same_people_have_in_common_is_Rs_covariance(string name) =>
        Recorded.Same(
            Recorded.Figure(name, "covariance", "yes1 with q3=1", "", "value"),
            Estimates.Covariance(TenantSurvey.Design(name), TenantSurvey.Question("yes1"), TenantSurvey.Question("q3=1")),
            name
        );

    [Fact]
    public void The_change_between_two_waves_is_that_of_one_design_with_the_waves_as_strata()
    {
        var (weights, values) = (Recorded.Tenants.Numbers("first"), Recorded.Tenants.Numbers("q1"));
        Estimate Wave(Range rows) =>
            Estimates.Of(SampleDesign.Simple(weights[rows]), Measure.Mean(values[rows].Select(code => code <= 2 ? 1.0 : 0).ToArray()));
        var change = WaveDifference.Between(Wave(300..), Wave(..300))!.Value;
        void Same(string figure, double found) => Recorded.Same(Recorded.Figure("waves", "difference", "yes1", "", figure), found, figure);
        Same("value", change.Estimate);
        Same("se", change.StandardError);
        Same("p", change.Chance);
        Same("lower", change.Lower);
        Same("upper", change.Upper);
    }

    [Fact]
    public void Waves_that_share_people_have_the_covariance_of_persons_as_clusters()
    {
        WaveSample Wave(string weights, string measure, Range rows, bool raked)
        {
            var design = SampleDesign.Simple(Recorded.Tenants.Numbers(weights)[rows]);
            var area = new Categories(Recorded.Tenants.Codes("area")[rows], 6);
            var codes = measure == "yes1" ? Recorded.Tenants.Codes("q1", from: 1) : Recorded.Tenants.Codes("q3", from: 1);
            int[] counted = measure == "yes1" ? [0, 1] : [0];
            return new(
                raked ? design.Calibrated([area], Recorded.Tenants.Numbers("first")[rows]) : design,
                Measure.Share(codes[rows], counted, [0, 1, 2, 3, 4]),
                Enumerable.Range(0, 600).ToArray()[rows]
            );
        }
        var (first, second) = (Wave("first", "yes1", ..400, false), Wave("first", "q3=1", 200.., false));
        Recorded.Same(Recorded.Figure("shared", "covariance", "y", "", "value"), WaveOverlap.Covariance(first, second), "plain");
        Recorded.Same(
            Recorded.Figure("shared", "raked covariance", "y", "", "value"),
            WaveOverlap.Covariance(Wave("w_wave1", "yes1", ..400, true), Wave("w_wave2", "q3=1", 200.., true)),
            "raked"
        );
        Assert.Equal(0.0, WaveOverlap.Covariance(first, second with { People = Enumerable.Range(700, 400).ToArray() })!.Value);
        Assert.Throws<ArgumentException>(() => WaveOverlap.Covariance(first, second with { People = new int[400] }));
        Assert.Throws<ArgumentException>(() => WaveOverlap.Covariance(first, second with { Design = SampleDesign.Simple(400, 5_000) }));
    }

    [Theory]
    [InlineData("remove", LonelyStratum.Remove)]
    [InlineData("adjust", LonelyStratum.Adjust)]
    [InlineData("average", LonelyStratum.Average)]
    public void A_stratum_with_one_row_is_met_as_R_meets_it(string option, LonelyStratum choice)
    {
        var found = Estimates.Of(Thin(choice), TenantSurvey.Question("yes1"));
        Recorded.Same(Recorded.Figure("thin", option, "yes1", "", "value"), found.Value, option);
        Recorded.Same(Recorded.Figure("thin", option, "yes1", "", "se"), found.StandardError, option);
    }

    [Fact]
    public void By_default_a_stratum_with_one_row_leaves_the_error_unsaid_and_names_itself()
    {
        var design = Thin(LonelyStratum.Refuse);
        var found = Estimates.Of(design, TenantSurvey.Question("yes1"));
        Assert.Equal([4], design.LonelyStrata);
        Assert.Equal(EstimateRefusal.LonelyStratum, found.Refusal);
        Assert.NotNull(found.Value);
        Assert.Null(found.StandardError);
        Assert.Null(found.Interval());
        Assert.Null(RaoScott.Independence(design, Recorded.Tenants.Categories("q3", from: 1), Recorded.Tenants.Categories("area")));
        // the one row is of group 2: other groups do not rest on it
        var groups = Estimates.Table(design, [TenantSurvey.Question("yes1")], TenantSurvey.Groups);
        Assert.Equal(EstimateRefusal.LonelyStratum, groups[0, 2].Refusal);
        Assert.NotNull(groups[0, 3].StandardError);
        // margins tie every row to every figure
        var calibrated = Estimates.Table(
            design.Calibrated([Recorded.Tenants.Categories("age")]),
            [TenantSurvey.Question("yes1")],
            TenantSurvey.Groups
        );
        Assert.Null(calibrated[0, 3].StandardError);
    }

    private static SampleDesign Thin(LonelyStratum choice) =>
        SampleDesign.Stratified(
            Recorded.Tenants.Numbers("first"),
            Recorded.Tenants.Codes("thin", from: 1),
            [.. TenantSurvey.Sizes, 40],
            choice
        );
}
