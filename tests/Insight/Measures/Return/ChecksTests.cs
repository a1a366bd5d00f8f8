// Each check that the perception figures of a return can fail: found where it should be, and silent where nothing is wrong.
using Hearth.Insight.Measures.Approach;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Return;
using Hearth.Insight.Tests.Measures.Published;
using Hearth.Support;
using Hearth.Surveys.Public;
using Edition = Hearth.Insight.Measures.Perception.Freezing.Edition;

namespace Hearth.Insight.Tests.Measures.Return;

public sealed class ChecksTests
{
    private static readonly SurveyStatement Said = new()
    {
        Address = "https://www.ousebridge.example/figures",
        Contractors = false,
        Incentives = false,
        OtherIssues = false,
    };

    private static readonly Edition Frozen1 = new() { Number = 1 };

    [Fact]
    public void A_landlords_published_figures_fail_nothing() => Assert.Empty(Names(Frozen.York));

    [Fact]
    public void Figures_that_are_not_frozen_do_not_leave() => Assert.Equal(["NotFrozen"], Names(Frozen.York, edition: null));

    [Fact]
    public void Counts_that_exceed_the_answers_are_named() =>
        Assert.Contains("MoreCountedThanAnswered", Names(Frozen.YorkBut(Frozen.Measure("TP04", 59.9m, [300, 340, 158, 121, 150]))));

    [Fact]
    public void Yes_and_No_above_the_answers_are_named() =>
        Assert.Equal(
            ["MoreFilteredThanAnswered"],
            Names(Frozen.YorkBut(Frozen.Measure("TP02", 66.8m, [247, 156, 70, 75, 55], yes: 750, no: 319)))
        );

    [Fact]
    public void More_answers_than_said_Yes_are_named() =>
        Assert.Equal(["MoreCountedThanYes"], Names(Frozen.YorkBut(Frozen.Measure("TP09", 22.6m, [20, 31, 35, 47, 93], yes: 225, no: 654))));

    [Fact]
    public void A_percentage_that_its_answers_do_not_make_is_named() =>
        Assert.Equal(["PercentIsOther"], Names(Frozen.YorkBut(Frozen.Measure("TP01", 60.0m, [259, 310, 158, 121, 102]))));

    // Lincoln's tie of 2024/25: 65.25 is published as 65.3
    [Fact]
    public void A_half_is_rounded_away_from_nought() =>
        Assert.Empty(Names(Frozen.YorkBut(Frozen.Measure("TP11", 65.3m, [161, 100, 60, 40, 39]))));

    [Fact]
    public void A_measure_that_was_not_asked_is_named() =>
        Assert.Equal(
            ["MeasureMissing"],
            Names(Frozen.York with { Measures = [.. Frozen.York.Measures.Where(figure => figure.Code != "TP07")] })
        );

    [Fact]
    public void A_measure_without_a_figure_is_named_and_may_leave()
    {
        var check = Assert.Single(Of(Frozen.YorkBut(Frozen.Measure("TP12", null, [0, 0, 0, 0, 0], na: 600))));

        Assert.IsType<NoFigure>(check);
        Assert.False(check.Blocks);
    }

    [Fact]
    public void Methods_that_do_not_make_the_answers_are_named() =>
        Assert.Equal(["MethodsDoNotAddUp"], Names(Frozen.York with { Methods = [new(AnswerMethod.Internet, 939, null)] }));

    [Fact]
    public void No_population_is_named() => Assert.Contains("PopulationMissing", Names(Frozen.York with { Population = 0 }));

    [Fact]
    public void More_answers_than_homes_are_named() =>
        Assert.Equal(["MoreAnswersThanHomes"], Names(Frozen.York with { Population = 1000, RequiredRoundedUp = 278 }));

    [Fact]
    public void A_missed_sample_is_named_until_its_reason_is_given()
    {
        var short1 = Frozen.York with { Census = false, RequiredRoundedUp = 1200 };

        Assert.Equal(["SampleMissed"], Names(short1));
        var check = Assert.Single(Of(short1, said: Say(statement => statement.ShortfallReason = "The post was on strike")));
        Assert.IsType<SampleMissedWithReason>(check);
        Assert.False(check.Blocks);
    }

    // Heart of Medway, 2024/25: 188 of 1,130 answered where 287 are required; a census, which the regulator accepts of so few homes
    [Fact]
    public void A_census_of_few_homes_is_enough() =>
        Assert.DoesNotContain(
            "SampleMissed",
            Names(
                Frozen.York with { Population = 1130, RequiredRoundedUp = 287, RequiredExact = 286.69 } is var small
                    ? small with
                    {
                        Responses = 188,
                        Methods = [new(AnswerMethod.Postal, 188, null)],
                    }
                    : small
            )
        );

    [Fact]
    public void Weights_by_nothing_are_named_and_more_than_five_characteristics_too()
    {
        var weights = new WeightingDone(true, [], 1.2, 800, 0.5m, 2m, null, null, [], [], "Weights that came with the answers");

        Assert.Equal(["WeightedByNothing", "PointMissing"], Names(Frozen.York with { Weighting = weights }));
        Assert.Equal(
            ["TooManyCharacteristics"],
            Names(
                Frozen.York with
                {
                    Weighting = weights with { Characteristics = ["Age", "Ward", "Tenure", "Patch", "Household", "Building"] },
                }
            )
        );
    }

    [Fact]
    public void A_sample_that_was_not_drawn_by_size_is_named_until_its_strata_are_weighted_by()
    {
        var weights = new WeightingDone(false, ["Age"], 1.2, 800, 0.5m, 2m, null, null, [], [], "The tenant list");

        // 40 homes of each ward, whatever its size; and 80 shared out by it
        var equal = TestDraws.ByWard(new("Fennside", 6000, 40), new("Marsh End", 1196, 40));
        var bySize = TestDraws.ByWard(new("Fennside", 6000, 67), new("Marsh End", 1196, 13));
        Assert.Equal(["ChancesDiffered"], Names(Frozen.York, [equal]));
        Assert.Equal(["ChancesDiffered"], Names(Frozen.York with { Weighting = weights }, [equal]));
        Assert.Empty(Names(Frozen.York with { Weighting = weights with { Characteristics = ["Age", "Ward"] } }, [equal]));
        Assert.Empty(Names(Frozen.York with { Weighting = weights with { Draw = new(["Ward"], [], 0, 0) } }, [equal]));
        Assert.Empty(Names(Frozen.York, [bySize]));
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    public void A_thousand_shared_owners_whom_nobody_asked_are_named(int owners, bool named)
    {
        var facts = new FieldFacts(Frozen.York, Frozen1, [], [], []);
        var stock = new StockToReport(facts, new(StockType.LowCostRental, [], Said));
        var register = new Dictionary<StockType, int> { [StockType.LowCostRental] = 7196, [StockType.LowCostHomeOwnership] = owners };
        var figures = new YearOfFigures(Frozen.Year, new Dictionary<string, Counted>());
        var report = new YearToReport(
            Frozen.Year,
            Frozen.Year.To.AddDays(30),
            [stock],
            figures,
            new Dictionary<StockType, StockReturn>(),
            [],
            null,
            register
        );

        Assert.Equal(named, Checks.Of(report).OfType<HomeOwnersNotAsked>().Any());
    }

    [Fact]
    public void Figures_of_another_set_are_named() =>
        Assert.Equal(["OtherMeasureSet"], Names(Frozen.York with { MeasureSet = "tsm-1999" }));

    [Fact]
    public void Questions_in_other_words_are_named_with_their_survey()
    {
        var asked = Asked() with { WordedOtherwise = ["TP09", "TP10"] };

        var check = Assert.IsType<WordedOtherwise>(Assert.Single(Of(Frozen.York, asked: [asked])));
        Assert.Contains("TP09, TP10", check.Words, StringComparison.Ordinal);
        Assert.Equal($"/surveys/{asked.SurveyId}", check.Href);
    }

    [Fact]
    public void Two_landlords_names_in_one_questionnaire_are_named() =>
        Assert.Equal(
            ["SeveralLandlords"],
            Names(Frozen.York, asked: [Asked() with { LandlordNames = ["Ousebridge", "Ousebridge Homes"] }])
        );

    [Fact]
    public void What_only_the_landlord_knows_is_asked_for()
    {
        Assert.Equal(
            ["AddressMissing", "ContractorsNotSaid", "PointMissing", "PointMissing", "PointMissing"],
            Names(Frozen.York, said: new())
        );
        var rung = Frozen.York with { Methods = [new(AnswerMethod.Telephone, 968, null), new(AnswerMethod.Other, 100, null)] };
        Assert.Equal(["InterviewersNotSaid", "OtherWayNotSaid"], Names(rung));
    }

    private static QuestionnaireAsSent Asked() =>
        new(
            Guid.CreateVersion7(),
            "Yearly survey",
            "We ask.",
            "tsm-2023",
            new(2024, 9, 23),
            new(2024, 11, 18),
            "",
            [],
            [],
            null,
            1,
            [],
            ["Ousebridge"],
            [],
            []
        );

    private static SurveyStatement Say(Action<SurveyStatement> more)
    {
        var said = new SurveyStatement
        {
            Address = Said.Address,
            Contractors = false,
            Incentives = false,
            OtherIssues = false,
        };
        more(said);
        return said;
    }

    private static string[] Names(PerceptionYear figures, SurveyStatement? said = null, IReadOnlyList<QuestionnaireAsSent>? asked = null) =>
        [.. Of(figures, said, asked).Select(check => check.GetType().Name)];

    private static string[] Names(PerceptionYear figures, IReadOnlyList<DrawOfSurvey> draws) =>
        [.. Of(figures, Frozen1, draws: draws).Select(check => check.GetType().Name)];

    private static string[] Names(PerceptionYear figures, Edition? edition) =>
        [.. Of(figures, edition: edition).Select(check => check.GetType().Name)];

    private static IReadOnlyList<Check> Of(
        PerceptionYear figures,
        SurveyStatement? said = null,
        IReadOnlyList<QuestionnaireAsSent>? asked = null
    ) => Of(figures, Frozen1, said, asked);

    private static IReadOnlyList<Check> Of(
        PerceptionYear figures,
        Edition? edition,
        SurveyStatement? said = null,
        IReadOnlyList<QuestionnaireAsSent>? asked = null,
        IReadOnlyList<DrawOfSurvey>? draws = null
    )
    {
        var facts = new FieldFacts(figures, edition, asked ?? [], [], [new("age", 2m, null, 0, 0)]) { Draws = draws ?? [] };
        return [.. ChecksOfStock.Of(new(facts, new(figures.Stock, ApproachText.Of(facts, said ?? Said), said ?? Said)), Frozen.Year)];
    }
}
