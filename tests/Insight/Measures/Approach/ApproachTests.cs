// The summary of approach: made from the facts, in an officer's words where they want, and never quietly out of date.
using Hearth.Insight.Tests.Measures.Published;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Insight.Tests.Measures.Approach;

public sealed class ApproachTests
{
    [Theory, BothDatabases]
    public async Task The_eleven_points_are_made_from_what_happened(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.FreezeAsync(Frozen.York);

        var page = await hearth.Staff().OpenAsync(Frozen.Approach);

        Assert.Equal(11, page.All("dl.govuk-summary-list .govuk-summary-list__row").Count);
        Assert.Contains(
            "1,068 homes answered, of 7,196. The regulator requires 555 (554.04 before rounding up): that many answered, or more.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("within 2.8 percentage points", page.Text, StringComparison.Ordinal);
        Assert.Contains("Answers came on the internet (939) and by post (129).", page.Text, StringComparison.Ordinal);
        Assert.Contains("We asked from 23 September 2024 to 18 November 2024.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Every home was asked (a census).", page.Text, StringComparison.Ordinal);
        Assert.Contains("The figures are not weighted", page.Text, StringComparison.Ordinal);
        Assert.Contains("No home was left out.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Enough homes answered", page.Text, StringComparison.Ordinal);
        Assert.Contains("Say whether a company from outside helped.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Say whether anything was given for answering.", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Where_few_were_asked_and_nothing_was_drawn_here_it_is_a_sample_and_no_census(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Population = 60,
                Measures = ["TP01"],
                Homes = [.. TestMeasures.Homes(20)],
            }
        );
        var officer = hearth.Staff();
        await officer.ImportAnswersAsync(field, field.FileOf([.. TestMeasures.Rows(12, ("TP01", "1"))]));

        var page = await officer.OpenAsync("/insight/measures/2026/approach");

        Assert.Contains("20 of 60 homes were asked (a sample).", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("census", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_is_of_the_whole_landlord_whoever_looked_first(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.AskMeasuresAsync(
            new() { Measures = ["TP01"], Homes = [.. TestMeasures.Homes(20), .. TestMeasures.Homes(20, "75 and over")] }
        );
        await hearth.Staff().ImportAnswersAsync(field, field.FileOf([.. TestMeasures.Rows(30, ("TP01", "1"))]));

        // somebody who sees none of these homes
        var limited = await hearth.Staff(patches: Guid.CreateVersion7()).OpenAsync("/insight/measures/2026/approach");
        var whole = await hearth.Staff().OpenAsync("/insight/measures/2026/approach");

        foreach (var page in new[] { limited, whole })
        {
            Assert.Contains("30 homes answered, of 40.", page.Text, StringComparison.Ordinal);
            Assert.Contains("Every home was asked (a census): 40 of them.", page.Text, StringComparison.Ordinal);
            Assert.Contains("We compared the homes that answered with all homes asked", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task What_only_the_landlord_knows_goes_into_the_points(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.FreezeAsync(Frozen.York);

        var page = await hearth
            .Staff()
            .SayAsync(
                ("Contractors", "yes"),
                ("ContractorWords", "Field Research Ltd rang people"),
                ("Incentives", "yes"),
                ("IncentiveWords", "A draw for three vouchers of £50")
            );

        Assert.Contains("Saved. The summary of approach says it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Field Research Ltd rang people.", page.Text, StringComparison.Ordinal);
        Assert.Contains("A draw for three vouchers of £50.", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_officers_words_stand_beside_what_the_facts_say_and_a_changed_fact_is_flagged(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.FreezeAsync(Frozen.York);
        var officer = hearth.Staff();

        var page = await officer.WriteAsync("a", "More than a thousand homes answered.");
        Assert.Contains("More than a thousand homes answered.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1,068 homes answered, of 7,196", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "A fact has changed",
            page.All("dl.govuk-summary-list").Select(Page.Words).Single(),
            StringComparison.Ordinal
        );

        await hearth.FreezeAsync(Frozen.York with { Responses = 1067 }, number: 2);
        page = await officer.OpenAsync(Frozen.Approach);
        Assert.Contains("A fact has changed", page.All("#lcra-a").Select(Page.Words).Single(), StringComparison.Ordinal);

        var item = await officer.OpenAsync($"{Frozen.Approach}/lcra/a");
        Assert.Contains("1,067 homes answered", item.Text, StringComparison.Ordinal);
        Assert.Contains("1,068 homes answered", item.Text, StringComparison.Ordinal);
        page = await officer.SubmitAsync(item, new { Own = "More than a thousand homes answered." }, "Save");
        Assert.DoesNotContain("A fact has changed", page.All("#lcra-a").Select(Page.Words).Single(), StringComparison.Ordinal);

        page = await officer.WriteAsync("a", "");
        Assert.Contains("Point a says what Hearth makes of the facts.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("More than a thousand", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_stand_is_refused_by_name_and_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.FreezeAsync(Frozen.York);
        var officer = hearth.Staff();

        var page = await officer.SayAsync(("Address", "javascript:alert(1)"), ("Incentives", "yes"), ("Contractors", "yes"));

        Assert.Equal(
            [
                "Enter who helped, and what each did",
                "Enter what was given, and how much",
                "Enter a web address that begins with https://, like https://www.example.org/how-we-are-doing",
            ],
            page.Errors
        );
        Assert.Equal("javascript:alert(1)", page.All("input[name='Form.Address']").Single().GetAttribute("value"));
        Assert.Equal(["Your words must be 4,000 characters or fewer"], (await officer.WriteAsync("k", new string('x', 4001))).Errors);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.OpenAsync($"{Frozen.Approach}/lcra/l")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.OpenAsync($"{Frozen.Approach}/lcho/a")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.OpenAsync("/insight/measures/1999/approach")).Status);
    }

    [Theory, BothDatabases]
    public async Task Two_officers_do_not_write_over_each_other(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.FreezeAsync(Frozen.York);
        var (maya, helen) = (hearth.Staff(), hearth.Staff(Role.Manager, "Helen Okafor"));
        var (item, facts) = (await maya.OpenAsync($"{Frozen.Approach}/lcra/k"), await maya.OpenAsync($"{Frozen.Approach}/lcra/facts"));
        await helen.WriteAsync("k", "Helen’s words");
        await helen.SayAsync();

        string[] refused = ["Somebody else saved this since you opened it. Look at it again before you save"];
        Assert.Equal(refused, (await maya.SubmitAsync(item, new { Own = "Maya’s words" }, "Save")).Errors);
        Assert.Equal(refused, (await maya.SubmitAsync(facts, new { }, "Save")).Errors);
        Assert.Contains("Helen’s words", (await maya.OpenAsync(Frozen.Approach)).Text, StringComparison.Ordinal);
    }
}
