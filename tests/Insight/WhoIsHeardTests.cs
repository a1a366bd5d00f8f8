// Who is heard, held against a printed table of a real council and against sums done by hand.
using System.Net;
using System.Text;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Insight.Tests;

public sealed class WhoIsHeardTests
{
    [Theory, BothDatabases]
    public async Task The_profile_is_that_of_the_printed_table(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var landlord = await TableOne.LetAsync(hearth);

        var page = await hearth.Staff().OpenAsync($"/insight/who-is-heard?survey={landlord.Survey}");

        Assert.Equal("Who is heard", page.Heading);
        // all, involved, short, answered, short: the shares as printed, the people by hand
        Assert.Equal(["16 to 34", "12.3% (123)", "0% (0)", "12", "6% (12)", "13"], Row(page, "By age", "16 to 34"));
        Assert.Equal(["35 to 54", "31% (310)", "12% (12)", "19", "25% (50)", "12"], Row(page, "By age", "35 to 54"));
        Assert.Equal(["55 and over", "52% (520)", "88% (88)", "36 over", "69% (138)", "34 over"], Row(page, "By age", "55 and over"));
        Assert.Equal(["Not known", "4.7% (47)", "0% (0)", "5", "0% (0)", "9"], Row(page, "By age", "Not known"));
        Assert.Equal(["55% (550)", "53% (53)"], Row(page, "City or rural", "City")[1..].Take(2));
        Assert.Equal(["45% (450)", "47% (47)"], Row(page, "City or rural", "Rural")[1..].Take(2));
        Assert.Equal(["91% (910)", "84% (84)"], Row(page, "By tenure", "General needs")[1..].Take(2));
        Assert.Equal(["9% (90)", "16% (16)"], Row(page, "By tenure", "Sheltered")[1..].Take(2));
    }

    [Theory, BothDatabases]
    public async Task The_headline_is_the_dissimilarity_index_and_says_whether_luck_made_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var landlord = await TableOne.LetAsync(hearth);

        var page = await hearth.Staff().OpenAsync($"/insight/who-is-heard?survey={landlord.Survey}");

        // half of 12.3 + 19 + 36 + 4.7, and half of 6.3 + 6 + 17 + 4.7
        Assert.Equal(
            [
                "of involved tenants are out of balance by age 36 in 100",
                "of survey answers are out of balance by age 17 in 100",
                "chance that luck alone made the gap under 1 in 1,000",
            ],
            page.All(".hearth-fig").Select(f => Page.Words(f.QuerySelector("dt")!) + " " + Page.Words(f.QuerySelector(".n")!))
        );
        Assert.Contains("For both groups. It is a real gap", page.Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "No people aged 16 to 34 are involved.",
            Page.Words(page.All(".hearth-compare figcaption")[0]),
            StringComparison.Ordinal
        );
        Assert.Equal(["16 to 34 13 answers short", "35 to 54 12 answers short", "55 and over 34 more than their share"], Cards(page));
    }

    [Theory, BothDatabases]
    public async Task One_empty_group_of_fifty_in_ten_thousand_leaves_the_score_whole(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        // a tenth of the size, with the same shares: 480, 515 and 5 tenants; 48, 52 and none of them answered
        var tenants = await hearth.MoveInAsync([
            .. Enumerable.Range(0, 480).Select(_ => new NewTenant { Ward = "Bridgegate" }),
            .. Enumerable.Range(0, 515).Select(_ => new NewTenant { Ward = "Fennside" }),
            .. Enumerable.Range(0, 5).Select(_ => new NewTenant { Ward = "Marsh End" }),
        ]);
        var survey = await hearth.AskAsync(
            new AskedSurvey
            {
                Asked = tenants,
                Answered =
                [
                    .. tenants.Where(t => t.As.Ward == "Bridgegate").Take(48),
                    .. tenants.Where(t => t.As.Ward == "Fennside").Take(52),
                ],
            }
        );

        var page = await hearth.Staff().OpenAsync($"/insight/who-is-heard?survey={survey}&by=ward");

        Assert.Equal("1 in 100", Page.Words(page.All(".hearth-fig .n")[1]));
        Assert.Contains("No group can be called short.", page.Text, StringComparison.Ordinal);
        Assert.Empty(Cards(page));
    }

    [Theory, BothDatabases]
    public async Task Those_who_moved_out_are_neither_tenants_nor_heard_and_are_said_to_be_left_out(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var today = new DateOnly(2026, 11, 12);
        var tenants = await hearth.MoveInAsync([
            .. Enumerable.Range(0, 20).Select(_ => new NewTenant()),
            .. Enumerable.Range(0, 3).Select(_ => new NewTenant { Left = today.AddDays(-1) }),
        ]);
        var survey = await hearth.AskAsync(new AskedSurvey { Asked = tenants, Answered = [.. tenants.Skip(15)] });

        var page = await hearth.Staff().OpenAsync($"/insight/who-is-heard?survey={survey}");

        Assert.Contains(
            "20 tenants on 12 November 2026, beside the 0 who are involved and the 5 who answered",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("3 others were heard and are not counted", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_period_counts_everyone_who_took_part_in_anything_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(Enumerable.Range(0, 30).Select(_ => new NewTenant()));
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Bins",
                AskedDaysAgo = 40,
                Asked = tenants,
                Answered = [.. tenants.Take(8)],
            }
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Heating",
                AskedDaysAgo = 20,
                Asked = tenants,
                Answered = [.. tenants.Skip(4).Take(8)],
            }
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Long ago",
                AskedDaysAgo = 400,
                Asked = tenants,
                Answered = tenants,
            }
        );

        var officer = hearth.Staff();
        var page = await officer.OpenAsync("/insight/who-is-heard/choose");
        page = await officer.SubmitAsync(
            page,
            new Dictionary<string, string>
            {
                ["Choice"] = "period",
                ["FirstDay.Day"] = "1",
                ["FirstDay.Month"] = "September",
                ["FirstDay.Year"] = "2026",
                ["LastDay.Day"] = "12",
                ["LastDay.Month"] = "11",
                ["LastDay.Year"] = "2026",
            }
        );

        Assert.Equal("/insight/who-is-heard?who=period&from=2026-09-01&to=2026-11-12&by=age", page.Path);
        Assert.Contains("the 12 who took part from 1 September 2026 to 12 November 2026", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_period_that_ends_before_it_begins_is_refused_with_what_was_typed_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var page = await officer.OpenAsync("/insight/who-is-heard/choose");

        page = await officer.SubmitAsync(
            page,
            new Dictionary<string, string>
            {
                ["Choice"] = "period",
                ["FirstDay.Day"] = "2",
                ["FirstDay.Month"] = "9",
                ["FirstDay.Year"] = "2026",
                ["LastDay.Day"] = "1",
                ["LastDay.Month"] = "9",
                ["LastDay.Year"] = "2026",
            }
        );

        Assert.Equal(["The last day must be the first day or later"], page.Errors);
        Assert.Equal("2", page.Document.QuerySelector("[name='FirstDay.Day']")!.GetAttribute("value"));
        Assert.Equal(["Choose whose voices to look at"], (await officer.SubmitAsync(page, new { Choice = "" })).Errors);
    }

    [Theory, BothDatabases]
    public async Task Before_there_is_anything_to_show_the_page_says_what_is_missing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        Assert.Contains("There are no tenants yet.", (await officer.OpenAsync("/insight/who-is-heard")).Text, StringComparison.Ordinal);

        var tenants = await hearth.MoveInAsync(new NewTenant(), new NewTenant { Age = 70 });
        Assert.Contains("Nobody is involved yet.", (await officer.OpenAsync("/insight/who-is-heard")).Text, StringComparison.Ordinal);

        var survey = await hearth.AskAsync(new AskedSurvey { Asked = tenants });
        Assert.Contains(
            "Nobody has answered yet.",
            (await officer.OpenAsync($"/insight/who-is-heard?survey={survey}")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/insight/who-is-heard?survey={Guid.CreateVersion7()}")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await officer.OpenAsync("/insight/who-is-heard?who=period&from=2026-02-01&to=2026-01-01")).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/insight/who-is-heard?survey=nonsense")).Status);
    }

    [Theory, BothDatabases]
    public async Task The_page_is_for_staff_only(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenant = (await hearth.MoveInAsync(new NewTenant()))[0];

        var asTenant = await hearth.Tenant(tenant.PersonId).OpenAsync("/insight/who-is-heard");
        var asNobody = await hearth.Anyone().OpenAsync("/insight/who-is-heard");

        Assert.DoesNotContain("Who is heard", asTenant.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Who is heard", asNobody.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_figures_come_as_a_file_that_no_spreadsheet_runs(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(
            Enumerable.Range(0, 12).Select(i => new NewTenant { Ward = i < 6 ? "=HYPERLINK(\"http://x\")" : "Fennside" })
        );
        var survey = await hearth.AskAsync(new AskedSurvey { Asked = tenants, Answered = [.. tenants.Take(3)] });

        var file = await hearth.Staff().OpenAsync($"/insight/who-is-heard?survey={survey}&handler=csv");

        Assert.Equal("text/csv; charset=utf-8", file.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Encoding.UTF8.GetPreamble(), file.Bytes.Take(3));
        Assert.Contains("By ward,Fennside,Answered “Yearly survey 2026”,6,50.0,0,0.0,", file.Body, StringComparison.Ordinal);
        Assert.Contains("By ward,\"'=HYPERLINK", file.Body, StringComparison.Ordinal);
    }

    internal static IReadOnlyList<string> Cards(Page page) =>
        [
            .. page.All(".hearth-short")
                .Select(card => Page.Words(card.QuerySelector("h3")!) + " " + Page.Words(card.QuerySelector(".big")!)),
        ];

    /// <summary>The cells of a row of the figures under the chart of this section.</summary>
    internal static List<string> Row(Page page, string section, string head)
    {
        var part = page.All("section").First(s => s.QuerySelector("h2") is { } h2 && Page.Words(h2) == section);
        var row = part.QuerySelectorAll("details tbody tr").First(tr => Page.Words(tr.QuerySelector("th")!) == head);
        return [.. row.QuerySelectorAll("th, td").Select(Page.Words)];
    }
}
