// Figures weighted to the homes asked, beside the plain ones: worked out here by hand.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Tests.Results;

public sealed class WeightedTests
{
    [Theory, BothDatabases]
    public async Task A_group_that_answered_less_counts_for_more_and_what_that_costs_is_said(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AskedAsync(hearth);
        // of 200 young homes 40 answer, of 200 old ones 160
        await field.AnswerAsync(hearth, 40, home => Said(home < 10));
        await field.AnswerAsync(hearth, 160, home => Said(home < 320), from: 200);
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/results");

        // weights 2.5 and 0.625: (10 × 2.5 + 120 × 0.625) / 200, against 130 / 200
        var article = Page.Words(page.All("article[aria-labelledby=q1]").Single());
        Assert.Contains("65.0% satisfied", article, StringComparison.Ordinal);
        Assert.Contains("50.0% weighted to the homes asked", article, StringComparison.Ordinal);
        // 200 × (40 × 6.25 + 160 × 0.390625) / 200² = 1.5625; 200 / 1.5625 = 128
        var weights = Page.Words(page.All("section[aria-labelledby=weights]").Single());
        Assert.Contains("1.56", weights, StringComparison.Ordinal);
        Assert.Contains("128 of 200", weights, StringComparison.Ordinal);
        Assert.Contains("by age", weights, StringComparison.Ordinal);
        var tables = (await officer.OpenAsync($"/surveys/{field.Survey.Id}/results/tables.csv")).Body;
        Assert.Contains("\"Satisfied, weighted\",,50", tables, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Where_every_group_answered_alike_or_few_answered_nothing_is_weighted(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AskedAsync(hearth);
        await field.AnswerAsync(hearth, 12, _ => Said(true));
        await field.AnswerAsync(hearth, 12, _ => Said(false), from: 200);
        var officer = hearth.Staff();
        var few = await officer.OpenAsync($"/surveys/{field.Survey.Id}/results");
        Assert.DoesNotContain("eighted", few.Text, StringComparison.Ordinal);

        await field.AnswerAsync(hearth, 40, _ => Said(true), from: 12);
        await field.AnswerAsync(hearth, 40, _ => Said(false), from: 212);
        var alike = await officer.OpenAsync($"/surveys/{field.Survey.Id}/results");
        Assert.DoesNotContain("eighted", alike.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_answer_that_few_gave_has_no_weighted_share_that_would_tell_their_group(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AskedAsync(hearth, QuestionKind.SingleChoice);
        await field.AnswerAsync(hearth, 40, home => new() { ["q1"] = [home == 0 ? "5" : "1"] });
        await field.AnswerAsync(hearth, 160, _ => new() { ["q1"] = ["2"] }, from: 200);

        var tables = (await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/tables.csv")).Body;

        var weighted = tables.Split("\r\n").Where(line => line.Contains("weighted", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, weighted.Count);
        Assert.All(weighted, line => Assert.Contains("[c]", line, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task The_kind_of_home_is_a_group_like_any_other(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AskedAsync(hearth);
        await field.AnswerAsync(hearth, 40, home => Said(home < 25));
        await field.AnswerAsync(hearth, 40, home => Said(home < 215), from: 200);
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/results");
        var rows = ResultsTests.RowsOf(page, "Homes that answered, by kind of home");
        Assert.Equal(["20.0%", "40", "200"], rows["Flat"]);
        var table = await officer.OpenAsync($"/surveys/{field.Survey.Id}/results/compare?rows=homekind&columns=q1");
        Assert.Contains("Kind of home, by: ", table.Text, StringComparison.Ordinal);
        Assert.Contains("37.5%", table.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string[]> Said(bool satisfied) => new() { ["q1"] = [satisfied ? "2" : "4"] };

    private static Task<Field> AskedAsync(HearthApp hearth, QuestionKind kind = QuestionKind.Scale) =>
        Field.OpenAsync(
            hearth,
            400,
            ask: id => [Field.Ask(id, 1, kind, "How satisfied are you with your home?", [.. Field.FivePoints])],
            invite: (home, asked) => Copy(asked, home < 200 ? "16 to 24" : "65 to 74", home < 200 ? "Flat" : "House")
        );

    private static Invitation Copy(Invitation asked, string age, string homeKind) =>
        new()
        {
            SurveyId = asked.SurveyId,
            HouseholdId = asked.HouseholdId,
            PersonId = asked.PersonId,
            Code = asked.Code,
            Ward = asked.Ward,
            Neighbourhood = asked.Neighbourhood,
            Patch = asked.Patch,
            Tenure = asked.Tenure,
            Locality = asked.Locality,
            AgeBand = age,
            HomeKind = homeKind,
            CreatedAt = asked.CreatedAt,
        };
}
