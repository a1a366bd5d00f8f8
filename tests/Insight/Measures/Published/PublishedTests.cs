// What tenants read: only what was published, as it was published, in plain words and three languages; a correction with its reason, the old one still there.
using System.Net;
using System.Text;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Tests.Measures.Management;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Edition = Hearth.Insight.Measures.Perception.Freezing.Edition;

namespace Hearth.Insight.Tests.Measures.Published;

public sealed class PublishedTests
{
    private const string Year = "/measures/2025";

    [Theory, BothDatabases]
    public async Task Nothing_is_seen_before_it_is_published(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ReadyAsync();
        var anyone = hearth.Anyone();

        Assert.Contains("We have not published any figures yet.", (await anyone.OpenAsync("/measures")).Text, StringComparison.Ordinal);
        foreach (var page in new[] { Year, $"{Year}/approach", $"{Year}/questionnaire", $"{Year}?handler=Csv", $"{Year}?version=1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anyone.OpenAsync(page)).Status);
        }
    }

    [Theory, BothDatabases]
    public async Task Figures_altered_after_they_were_published_are_shown_to_nobody(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await (await hearth.ReadyAsync()).PublishAsync();
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var kept = Encoding.UTF8.GetString((await db.Set<Edition>().AsNoTracking().SingleAsync()).Outputs);
            Assert.Contains("59.9", kept, StringComparison.Ordinal);
            var altered = Encoding.UTF8.GetBytes(kept.Replace("59.9", "79.9", StringComparison.Ordinal));
            await db.Database.ExecuteSqlAsync($"""UPDATE insight_edition SET "Outputs" = {altered}""");
        });
        var anyone = hearth.Anyone();

        var page = await anyone.OpenAsync(Year);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("80 in 100", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("79.9", (await anyone.OpenAsync($"{Year}?handler=Csv")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("80 in 100", (await anyone.OpenAsync("/measures")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_published_year_is_read_by_anybody_in_plain_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = await hearth.ReadyAsync();
        Assert.Contains("2024/25 is published.", (await officer.PublishAsync()).Text, StringComparison.Ordinal);
        var anyone = hearth.Anyone();

        var list = await anyone.OpenAsync("/measures");
        Assert.Contains("60 in 100 of you are happy with our service overall.", list.Text, StringComparison.Ordinal);
        var page = await anyone.OpenAsync(list.LinkTo("The year to 31 March 2025"));

        Assert.Contains("1,068 homes answered. We asked from 23 September 2024 to 18 November 2024.", page.Text, StringComparison.Ordinal);
        // 59.9, from 56.9 to 62.9, where a quarter of landlords have 64.7 or less
        Assert.Contains("Our service overall: 60 in 100.", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "it would most likely be from 57 to 63 in 100. Three quarters of landlords in England do better.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["59.9%", "950", "72 in 100"], Row(page, "Our service overall")[1..]);
        Assert.Equal(["22.6%", "226", "36 in 100"], Row(page, "How we deal with complaints")[1..]);
        Assert.Contains("Our target is 28 days.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Our target is 24 hours.", page.Text, StringComparison.Ordinal);
        Assert.Equal("90.0%", Row(page, "Repairs done on time")[0]);
        Assert.Equal("13.9 for every 1,000 homes", Row(page, "Complaints made, first step")[0]);
        // each picture has its figures
        Assert.Equal(page.All("figure.hearth-chart").Count, page.All("figure.hearth-chart details table").Count);
        Assert.Equal(
            12,
            page.All("figure.hearth-chart table")
                .SelectMany(table => table.QuerySelectorAll("tbody tr"))
                .Count(row => Page.Words(row).Contains("in 100", StringComparison.Ordinal))
        );

        var approach = await anyone.OpenAsync(page.LinkTo("How we asked, and whom"));
        Assert.Contains("Those who answered are like all tenants by age and area.", approach.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anyone.OpenAsync(page.LinkTo("The questions we asked"))).Status);
        var csv = await anyone.OpenAsync(page.LinkTo("Download all figures (CSV)"));
        Assert.Contains("2024/25,1,LCRA,TP01,Overall satisfaction,59.9,per cent,56.9,62.9,950,,", csv.Body, StringComparison.Ordinal);
        Assert.Contains("LCRA,RP02 part 1,", csv.Body, StringComparison.Ordinal);
        Assert.Contains(",28 days", csv.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_correction_says_why_and_the_old_version_stays_marked_as_replaced(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = await hearth.ReadyAsync();
        await officer.PublishAsync();
        var anyone = hearth.Anyone();

        await officer.SubmitAsync(
            await officer.OpenAsync("/insight/measures/2025/management/RP02-1-LCRA"),
            FigurePages.Fields("70", "100", ("Target", "20"), ("SeveralTargets", "no")),
            "Save"
        );
        // what was published stands until it is corrected, whatever changes behind it
        Assert.Equal("90.0%", Row(await anyone.OpenAsync(Year), "Repairs done on time")[0]);

        var page = await officer.OpenAsync(Frozen.Publish);
        Assert.Contains("What stands differs from what is published.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Enter why you publish again. Readers see it"],
            (await officer.SubmitAsync(page, new { Reason = " " }, "Publish version 2")).Errors
        );
        page = await officer.SubmitAsync(page, new { Reason = "We had counted repairs of another contractor twice." }, "Publish version 2");
        Assert.Contains("is published as version 2", page.Text, StringComparison.Ordinal);

        var now = await anyone.OpenAsync(Year);
        Assert.Equal("70.0%", Row(now, "Repairs done on time")[0]);
        Assert.Contains("We had counted repairs of another contractor twice.", now.Text, StringComparison.Ordinal);
        Assert.Contains("Our target is 20 days.", now.Text, StringComparison.Ordinal);
        var old = await anyone.OpenAsync(now.LinkTo("Version 1, published on 12 November 2026"));
        Assert.Contains("These are old figures. We have corrected them since.", old.Text, StringComparison.Ordinal);
        Assert.Equal("90.0%", Row(old, "Repairs done on time")[0]);
        Assert.Contains("old figures", (await anyone.OpenAsync(old.LinkTo("How we asked, and whom"))).Text, StringComparison.Ordinal);
        Assert.Contains(
            ",1,LCRA,RP02 part 1,",
            (await anyone.OpenAsync(old.LinkTo("Download all figures (CSV)"))).Body,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.OpenAsync($"{Year}?version=3")).Status);
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_published_while_a_check_stands_or_twice_over(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = await hearth.ReadyAsync();
        var early = await officer.OpenAsync(Frozen.Publish);
        await officer.SayAsync(("OtherIssues", ""));
        Assert.Equal(
            ["1 check must be put right before you can publish"],
            (await officer.SubmitAsync(early, new { }, "Publish 2024/25")).Errors
        );
        await officer.SayAsync();
        await officer.PublishAsync();

        Assert.Equal(
            ["Somebody else published this year just now. Look at it again"],
            (await officer.SubmitAsync(early, new { }, "Publish 2024/25")).Errors
        );
        Assert.Empty((await officer.OpenAsync(Frozen.Publish)).All("form[action$='/publish']"));
    }

    [Theory, BothDatabases]
    public async Task No_answers_are_no_figure_and_a_handful_is_hidden(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = await hearth.ReadyAsync(
            Frozen.YorkBut(
                Frozen.Measure("TP09", null, [0, 0, 0, 0, 0], yes: 0, no: 888),
                Frozen.Measure("TP10", 77.8m, [4, 3, 1, 1, 0], yes: 9, no: 800),
                Frozen.Measure("TP12", 50.0m, [5, 5, 5, 3, 2], na: 900)
            )
        );
        await officer.PublishAsync();

        var page = await hearth.Anyone().OpenAsync(Year);
        Assert.Equal(["No figure", "No figure", "0"], Row(page, "How we deal with complaints")[..3]);
        Assert.Equal(["[c]", "[c]", "[c]"], Row(page, "We keep shared areas clean")[..3]);
        Assert.DoesNotContain("77.8%", page.Text, StringComparison.Ordinal);
        Assert.Contains("Only a few homes answered this, so take care with it.", page.Text, StringComparison.Ordinal);
        var csv = (await hearth.Anyone().OpenAsync($"{Year}?handler=Csv")).Body;
        Assert.Contains(
            "TP10,Satisfaction that the landlord keeps communal areas clean and well maintained,[c],per cent,[c],[c],[c]",
            csv,
            StringComparison.Ordinal
        );
        Assert.Contains("No figure,per cent,,,0", csv, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_change_is_told_as_more_than_chance_only_where_it_is_and_never_over_a_break(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = await hearth.ReadyAsync(
            Frozen.York with
            {
                Compared =
                [
                    new("TP01", 52.0m, 7.9m, 4m, 11.8m, true, []),
                    new("TP04", 60.2m, -4.1m, -8m, -0.2m, true, []),
                    new("TP05", 63.0m, 0.5m, -3m, 4m, false, []),
                    new(
                        "TP06",
                        56.0m,
                        -9.8m,
                        -14m,
                        -5m,
                        true,
                        ["Answers came in other ways: by telephone 80 of 100 in 2023/24, 0 this year"]
                    ),
                    new("TP07", null, null, null, null, null, []),
                ],
            }
        );
        await officer.PublishAsync();

        var page = await hearth.Anyone().OpenAsync(Year);
        Assert.Contains("It was 52 in 100 in 2023/24. It has gone up, and that is more than chance.", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "It was 60 in 100 in 2023/24. It has gone down, and that is more than chance.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("It was 63 in 100 in 2023/24. The change is so small that it may be chance.", page.Text, StringComparison.Ordinal);
        Assert.Contains("It was 56 in 100 in 2023/24. We did not ask in the same way then", page.Text, StringComparison.Ordinal);
        Assert.Contains("by telephone 80 of 100 in 2023/24", page.Text, StringComparison.Ordinal);
        var changed = page.All("section[aria-labelledby=changed] ul.govuk-list--bullet:not(#breaks)")
            .SelectMany(list => list.QuerySelectorAll("li"))
            .Select(Page.Words);
        Assert.Equal(["Our service overall", "Your home is well looked after", "Your home is safe"], changed);
    }

    [Theory]
    [InlineData("pl", "ltr", "Jak nam idzie: 2024/25", "60 na 100 z Was")]
    [InlineData("ur", "rtl", "ہمارا کام کیسا ہے:", "آپ میں سے 100 میں سے 60")]
    public async Task The_page_is_read_in_the_languages_of_tenants(string language, string direction, string title, string headline)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = await hearth.ReadyAsync();
        await officer.PublishAsync();

        var page = await hearth.Anyone().OpenAsync($"{Year}?lang={language}");

        Assert.Equal(direction, page.Document.DocumentElement.GetAttribute("dir"));
        Assert.StartsWith(title, page.Heading.Replace("\u2068", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(headline, page.Text, StringComparison.Ordinal);
    }

    // a row of the figures under a chart: the cells behind its name
    private static string[] Row(Page page, string name) =>
        [
            .. page.All("figure.hearth-chart table tbody tr")
                .First(row => Page.Words(row.QuerySelector("th")!) == name)
                .QuerySelectorAll("td")
                .Select(Page.Words),
        ];
}
