// The officer's first page: the loop at a glance with real numbers, what is late, and no link that its reader may not open.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests;

public sealed class OfficerHomeTests
{
    [Theory, BothDatabases]
    public async Task On_an_empty_database_it_says_where_to_begin(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var home = await hearth.Staff().OpenAsync("/officer");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.EndsWith(", Maya", home.Heading, StringComparison.Ordinal);
        Assert.Contains("Nobody has spoken yet this year", home.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is due in the next 7 days", home.Text, StringComparison.Ordinal);
        Assert.Contains("Bring them in from your housing system", home.Text, StringComparison.Ordinal);
        Assert.Contains("No survey is open", home.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_counts_who_spoke_who_waits_and_which_ward_is_not_heard(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await TwoSurveysAsync(hearth);

        var home = await hearth.Staff().OpenAsync("/officer");

        Assert.Contains("0 of the 11 people who spoke this year have been told", home.Text, StringComparison.Ordinal);
        Assert.Equal("9 Access homes not heard in a year", Words(home, "#stop-1"));
        Assert.Equal("1 Collect views activity open, 1 answer this month", Words(home, "#stop-2"));
        Assert.Equal("11 Tell everyone people overdue to be told", Words(home, "#stop-7"));
        Assert.Contains("hot", home.All("#stop-7").Single().ClassName, StringComparison.Ordinal);
        Assert.Contains("1 thing is late", home.Text, StringComparison.Ordinal);
        Assert.Contains("Answer people: Repairs survey", Words(home, ".hearth-due li.late"), StringComparison.Ordinal);
        Assert.Contains("3 days late", Words(home, ".hearth-due li.late"), StringComparison.Ordinal);
        Assert.Contains("1 of 20 homes have answered", Words(home, ".hearth-field"), StringComparison.Ordinal);
        // 1 of 10 homes in Marsh End, 10 of 10 in Bridgegate: 55 in 100 of all
        Assert.Contains("Marsh End is heard least: 10 homes in 100, against 55 in all.", home.Text, StringComparison.Ordinal);
        Assert.Equal("10 in 100 45 short", Words(home, ".hearth-rows .hearth-row:first-child .v"));
    }

    [Theory, BothDatabases]
    public async Task Every_link_on_it_opens_for_whoever_reads_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await TwoSurveysAsync(hearth);
        foreach (var role in Enum.GetValues<Role>())
        {
            var reader = hearth.Staff(role);
            var home = await reader.OpenAsync("/officer");
            var links = home.All("header a[href^='/'], main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();

            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                var page = await reader.OpenAsync(link);
                Assert.True(page.Status == HttpStatusCode.OK, $"{role}: {link} is {page.Status}");
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_councillor_is_greeted_by_name_and_not_shown_a_number_that_points_at_a_person(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await TwoSurveysAsync(hearth);

        var home = await hearth.Staff(Role.Councillor, "Councillor Ruth Pike").OpenAsync("/officer");

        Assert.EndsWith(", Councillor Ruth Pike", home.Heading, StringComparison.Ordinal);
        Assert.Contains("A few of 20 homes have answered", Words(home, ".hearth-field"), StringComparison.Ordinal);
        Assert.DoesNotContain("Start a survey", home.Text, StringComparison.Ordinal);
    }

    // twenty homes in two wards: a closed survey that eleven answered and nobody replied to in time, and an open one with one answer
    private static async Task TwoSurveysAsync(HearthApp hearth)
    {
        var tenants = await hearth.MoveInAsync(
            Enumerable.Range(0, 20).Select(n => new NewTenant { Ward = n < 10 ? "Bridgegate" : "Marsh End" })
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Repairs survey",
                AskedDaysAgo = 60,
                ClosesInDays = -31,
                Asked = [.. tenants],
                Answered = [.. tenants.Take(11)],
            }
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Heating and bills",
                Asked = [.. tenants],
                Answered = [tenants[0]],
                AskedDaysAgo = 2,
            }
        );
    }

    private static string Words(Page page, string part) => string.Join(" ", page.All(part).Select(Page.Words));
}
