// Figures weighted by what an officer chose: what comes of it, and what is refused by name.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class WeightingTests
{
    [Theory, BothDatabases]
    public async Task Weights_by_age_give_what_each_age_would_have_given_by_its_share(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await PerceptionField.OldAndYoungAsync(hearth, officer, moreHomes: 0);

        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"{PerceptionField.Address}/how?stock=lcra"),
            PerceptionField.ByAge("Age,16 to 24,5000\nAge,75 and over,5000"),
            "Save"
        );

        // 48 of 60 old and 5 of 20 young are satisfied: (80% + 25%) / 2, and 53 of 80 without weights
        Assert.Contains("The figures are weighted as you chose.", page.Text, StringComparison.Ordinal);
        var cells = PerceptionField.Figures(page)[0];
        Assert.Equal("52.5%", cells[0]);
        Assert.StartsWith("66.3%", cells[2], StringComparison.Ordinal);
        // weights 40/60 and 40/20: 80 × (60 × 4/9 + 20 × 4) / 80² = 4/3, and 80 answers are worth 60
        Assert.Contains("Design effect 1.333: 80 answers are worth 60.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Each home counts for 0.67 to 2.00", page.Text, StringComparison.Ordinal);

        // the error of a figure weighted to one margin is that of its strata (Särndal and others 1992): by hand, with the correction for 80 of 80 asked left out by asking 100,000
        await hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            await db.Database.ExecuteSqlRawAsync("""UPDATE surveys_survey SET "Population" = 100000""");
        });
        var year = (
            await hearth.InScopeAsync(s => s.GetRequiredService<PerceptionReader>().OfAsync(new(2026), StockType.LowCostRental, default))
        )!;
        var residuals = (4 / 9.0 * ((48 * 0.2 * 0.2) + (12 * 0.8 * 0.8))) + (4 * ((5 * 0.75 * 0.75) + (15 * 0.25 * 0.25)));
        Assert.Equal(residuals / 6400 * 80 / 79 * (1 - (80 / 100_000.0)), year["TP01"]!.Variance!.Value, 1e-6);
    }

    [Theory]
    [InlineData("Age,16 to 24,5000\nAge,75 and over,5000\nWard,Bridgegate,900", "Ward counts 900 people and Age counts 10,000")]
    [InlineData("Age,16 to 24,5000\nAge,75 and over,5000\nAge,35 to 44,300", "‘35 to 44’")]
    [InlineData("Age,16 to 24,5000", "Age: 60 of ‘75 and over’ answered, and you gave no count for it. Add a line")]
    [InlineData("Age,16 to 24,9990\nAge,75 and over,10", "the limit is 3")]
    [InlineData("Age,16 to 24", "Line 1 must have three parts, like Age, 16 to 24, 1459")]
    [InlineData("Shoe size,9,5000", "Line 1: ‘Shoe size’ is nothing to weight by")]
    [InlineData("Age,16 to 24,many", "Line 1: ‘many’ is not a number of homes, like 1459")]
    [InlineData("Age,16 to 24,5\nAge,16 to 24,6", "Line 2: Age ‘16 to 24’ stands twice. Take one out")]
    [InlineData("", "Enter a line for each group, like Age, 16 to 24, 1459")]
    public async Task Counts_that_no_weights_can_meet_are_refused_by_name_and_stay_in_the_form(string typed, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        await PerceptionField.OldAndYoungAsync(hearth, officer, moreHomes: 0);

        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"{PerceptionField.Address}/how?stock=lcra"),
            PerceptionField.ByAge(typed),
            "Save"
        );

        Assert.Contains(page.Errors, error => error.Contains(words, StringComparison.Ordinal));
        Assert.Equal(typed, page.Document.QuerySelector("textarea[name='Form.Typed']")!.TextContent.Trim().ReplaceLineEndings("\n"));
        Assert.Contains("Not weighted", (await officer.OpenAsync(PerceptionField.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_and_fewest_that_cannot_be_are_refused_by_name()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        await PerceptionField.OldAndYoungAsync(hearth, officer, moreHomes: 0);
        var page = await officer.OpenAsync($"{PerceptionField.Address}/how?stock=lcra");

        page = await officer.SubmitAsync(
            page,
            new Dictionary<string, string>
            {
                ["Form.Weight"] = "yes",
                ["Form.From"] = "HomesAsked",
                ["Form.Low"] = "1.5",
                ["Form.High"] = "",
                ["Form.MergeBelow"] = "0",
                ["Form.LeastForMethod"] = "5",
            },
            "Save"
        );

        Assert.Equal(
            [
                "The fewest answers by a method must be a whole number from 10 to 10,000",
                "Choose at least one thing to weight by",
                "The least a home may count for must be a number of 0 or more and below 1, like 0.3",
                "Enter both limits, or neither",
                "The fewest of a group must be a whole number from 1 to 1,000, or empty to merge nothing",
            ],
            page.Errors
        );
    }

    [Theory, BothDatabases]
    public async Task An_age_that_too_few_answered_of_is_merged_and_told(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await PerceptionField.OldAndYoungAsync(hearth, officer, moreHomes: 40);

        // the homes asked hold 40 of an age that nobody of answered
        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"{PerceptionField.Address}/how?stock=lcra"),
            new Dictionary<string, string>
            {
                ["Form.Weight"] = "yes",
                ["Form.From"] = "HomesAsked",
                ["Form.By"] = "age",
            },
            "Save"
        );

        Assert.Contains("Age: 65 to 74 (0 answered) was merged with", page.Text, StringComparison.Ordinal);
        Assert.Contains("the homes that were asked, as they were when they were drawn", page.Text, StringComparison.Ordinal);
    }
}
