// The regulator's measures as data: complete, whole, and a survey keeps the set and the words it was fielded under.
using System.Text.RegularExpressions;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed partial class RegulatorSetTests
{
    [Fact]
    public void The_set_in_force_has_twelve_measures_asked_of_tenants_and_fourteen_figures_of_management()
    {
        var set = RegulatorSet.On(new DateOnly(2026, 11, 22));

        Assert.Equal("tsm-2023", set.Id);
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"TP{n:00}"), set.Perception.Select(measure => measure.Code));
        // 10 measures, of which CH01, CH02, NM01 and RP02 have two parts that are both published (Technical Requirements)
        Assert.Equal(
            [
                "BS01",
                "BS02",
                "BS03",
                "BS04",
                "BS05",
                "CH01 part 1",
                "CH01 part 2",
                "CH02 part 1",
                "CH02 part 2",
                "NM01 part 1",
                "NM01 part 2",
                "RP01",
                "RP02 part 1",
                "RP02 part 2",
            ],
            set.Management.Select(measure => measure.Called).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["CH01", "NM01"], set.Management.Where(m => m.MoreIsBetter is null).Select(m => m.Code).Distinct());
        Assert.Equal(["RP01"], set.Management.Where(m => m.MoreIsBetter == false).Select(m => m.Code));
        // Repairs and the state of the home are asked of renters only
        Assert.Equal(
            ["TP02", "TP03", "TP04"],
            set.Perception.Where(m => !m.Tenures.Contains(StockType.LowCostHomeOwnership)).Select(m => m.Code)
        );
    }

    [Fact]
    public void Every_datapoint_of_a_set_is_a_code_that_stands_once_and_every_measure_has_those_of_its_stock()
    {
        Assert.NotEmpty(RegulatorSet.All);
        foreach (var set in RegulatorSet.All)
        {
            var codes = set
                .Perception.SelectMany(measure =>
                    measure.Datapoints.Values.SelectMany(d => d.Counts.Concat([d.Percent, d.FilterYes, d.FilterNo, d.NotApplicable]))
                )
                .Concat(
                    set.Management.SelectMany(measure =>
                        measure.Datapoints.Values.SelectMany(d =>
                            new[]
                            {
                                d.Value,
                                d.Numerator,
                                d.Denominator,
                                d.WithExtension,
                                d.WithoutExtension,
                                d.Target,
                                d.SeveralTargets,
                                d.SeveralTargetsText,
                            }
                        )
                    )
                )
                .OfType<string>()
                .ToList();
            Assert.True(codes.Count > 250, $"only {codes.Count} codes");
            Assert.All(codes, code => Assert.Matches(Code(), code));
            Assert.Empty(codes.GroupBy(code => code).Where(same => same.Count() > 1).Select(same => same.Key));
            Assert.All(
                set.Perception,
                measure =>
                {
                    Assert.Equal(measure.Tenures.Append(StockType.Combined).Order(), measure.Datapoints.Keys.Order());
                    Assert.All(measure.Datapoints.Values, d => Assert.Equal(5, d.Counts.Count));
                    Assert.All(measure.Datapoints.Values, d => Assert.Equal(measure.NotApplicable, d.NotApplicable is not null));
                    Assert.All(measure.Datapoints.Values, d => Assert.Equal(measure.Filter is not null, d.FilterYes is not null));
                    Assert.True(measure.Filter is null || set.Filters.Any(filter => filter.Code == measure.Filter));
                }
            );
            Assert.All(set.Management, measure => Assert.Subset(measure.Datapoints.Keys.ToHashSet(), measure.Tenures.ToHashSet()));
            Assert.All(
                set.Management,
                measure => Assert.All(measure.Datapoints.Values, d => Assert.Equal(measure.Extension, d.WithExtension is not null))
            );
        }
    }

    // TSM 2025 Full Data v1.0, data dictionary (Open Government Licence v3.0): codes read one by one, not from the file under test
    [Theory]
    [InlineData("TP01", StockType.LowCostRental, "DP_TSML195", "DP_TSML199", "DP_TSML201")]
    [InlineData("TP10", StockType.LowCostRental, "DP_TSML266", "DP_TSML270", "DP_TSML272")]
    [InlineData("TP05", StockType.LowCostHomeOwnership, "DP_TSML312", "DP_TSML316", "DP_TSML318")]
    [InlineData("TP03", StockType.Combined, "DP_TSML408", "DP_TSML412", "DP_TSML414")]
    public void A_measure_has_the_codes_of_the_return(string measure, StockType stock, string first, string last, string percent)
    {
        var datapoints = RegulatorSet.On(new DateOnly(2025, 3, 31)).Perception.Single(m => m.Code == measure).Datapoints[stock];

        Assert.Equal((first, last, percent), (datapoints.Counts[0], datapoints.Counts[4], datapoints.Percent));
    }

    [Theory, BothDatabases]
    public async Task A_survey_whose_landlord_has_another_name_by_now_cannot_open_until_its_words_are_as_prescribed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var officer = hearth.Staff();
        var id = await officer.StartAsync(startWith: "measures", opens: "1 9 2026");
        await hearth.InScopeAsync(async scope =>
        {
            var question = await scope
                .GetRequiredService<HearthDb>()
                .Set<Question>()
                .SingleAsync(q => q.SurveyId == id && q.Measure == "TP04");
            question.Text = question.Text.Replace("Ousebridge Homes", "Ousebridge Council", StringComparison.Ordinal);
            scope.GetRequiredService<AuditTrail>().Write("Test", "survey", id);
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        var open = await officer.OpenAsync($"/surveys/{id}/open/check");
        Assert.Contains("TP04 is not worded as the regulator prescribes", open.Text);
        var questions = await officer.OpenAsync($"/surveys/{id}/questions");
        Assert.Contains("TP04: not the regulator’s words", questions.Text);
        questions = await officer.SubmitAsync(questions, null, "Word them as prescribed");
        Assert.Contains("1 question is worded as prescribed again.", questions.Text);

        Assert.DoesNotContain("not the regulator’s words", questions.Text);
        Assert.DoesNotContain("regulator prescribes", (await officer.OpenAsync($"/surveys/{id}/open/check")).Text);
        Assert.Equal(
            "How satisfied or dissatisfied are you that Ousebridge Homes provides a home that is well maintained?",
            (await hearth.QuestionsAsync(id)).Single(q => q.Measure == "TP04").Text
        );
    }

    [Theory, BothDatabases]
    public async Task A_survey_is_pinned_to_the_set_it_was_fielded_under_and_one_without_measures_to_none(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var officer = hearth.Staff();
        var measured = await officer.StartAsync(startWith: "measures", opens: "1 9 2026");
        Assert.Null(await SetOfAsync(hearth, measured));

        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{measured}/open/check"));

        Assert.Equal("tsm-2023", await SetOfAsync(hearth, measured));
        // who was asked by one survey is left in peace for a while
        hearth.Clock.MoveTo(new DateOnly(2026, 12, 20));
        officer = hearth.Staff();
        var own = await officer.StartAsync(opens: "1 9 2026", closes: "31 1 2027");
        await officer.AddAsync(own, QuestionKind.LongText, "What would make your home warmer?");
        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{own}/open/check"));
        Assert.Equal(SurveyStatus.Open, (await hearth.SurveyAsync(own)).Status);
        Assert.Null(await SetOfAsync(hearth, own));
    }

    private static Task<string?> SetOfAsync(HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(async scope =>
            (await scope.GetRequiredService<HearthDb>().Set<Survey>().AsNoTracking().SingleAsync(s => s.Id == survey)).MeasureSet
        );

    [GeneratedRegex(@"^DP_TSML\d{3}$")]
    private static partial Regex Code();
}
