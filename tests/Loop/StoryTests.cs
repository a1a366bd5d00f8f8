// The story of one concern, and the round of everything, as staff read them.
using System.Net;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Loop.Tests;

public sealed class StoryTests
{
    private static Guid[] People(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    [Theory, BothDatabases]
    public async Task A_story_holds_all_it_came_from_and_all_that_came_of_it_in_the_order_of_time(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var walk = await hearth.PlaceAsync("survey", "Fennside walkabout", daysAgo: 60);
        var survey = await hearth.PlaceAsync("survey", "Bins, stairs and shared spaces", daysAgo: 40, tellInDays: -2, cameFrom: [walk]);
        var reply = await hearth.PlaceAsync("reply", "Bins: you said, we did", daysAgo: 5, cameFrom: [survey]);
        var later = await hearth.PlaceAsync("survey", "Are the bins better?", daysAgo: 1, cameFrom: [reply]);
        await hearth.PlaceAsync("reply", "Another answer to the walkabout", daysAgo: 50, cameFrom: [walk]);
        await hearth.PlaceAsync("survey", "Heating", daysAgo: 30);
        var people = People(12);
        await hearth.TookPartAsync(survey, people);
        await hearth.TellAsync(reply, survey, gone: true, people[..9]);

        var page = await hearth.Staff().OpenAsync($"/loop/{survey}");

        Assert.Equal("Bins, stairs and shared spaces", page.Heading);
        Assert.Equal(
            ["Fennside walkabout", "Bins, stairs and shared spaces This one", "Bins: you said, we did", "Are the bins better?"],
            page.All(".hearth-step h3 > span:last-child").Select(Page.Words)
        );
        Assert.Contains(
            "From 13 September 2026 to 11 November 2026, in 4 steps. 12 people took part, 9 have been told what came of it.",
            page.Text,
            StringComparison.Ordinal
        );
        var step = Page.Words(page.All(".hearth-step")[1]);
        Assert.Contains("Survey, at “Collect views”. 3 October 2026.", step, StringComparison.Ordinal);
        Assert.Contains("everyone was to be told by 10 November 2026", step, StringComparison.Ordinal);
        Assert.Contains("Came from “Fennside walkabout”.", step, StringComparison.Ordinal);
        Assert.Contains("9 told", step, StringComparison.Ordinal);
        Assert.Contains("3 overdue", step, StringComparison.Ordinal);
        Assert.Equal("Collect views", Page.Words(page.All(".hearth-place [aria-current=step]")[0]));
        // the same story can be read from its end
        Assert.Equal(4, (await hearth.Staff().OpenAsync($"/loop/{later}")).All(".hearth-step").Count);
    }

    [Theory, BothDatabases]
    public async Task A_story_that_comes_round_to_its_beginning_is_told_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var first = await hearth.PlaceAsync("survey", "First", daysAgo: 20);
        var second = await hearth.PlaceAsync("reply", "Second", daysAgo: 10, cameFrom: [first]);
        await hearth.InScopeAsync(async services =>
        {
            await services.GetRequiredService<LoopLedger>().CameFromAsync(first, second);
            services.GetRequiredService<AuditTrail>().Write("Test", "loop");
            return await services.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        Assert.Equal(2, (await hearth.Staff().OpenAsync($"/loop/{first}")).All(".hearth-step").Count);
        Assert.Equal(HttpStatusCode.NotFound, (await hearth.Staff().OpenAsync($"/loop/{Guid.CreateVersion7()}")).Status);
    }

    [Theory, BothDatabases]
    public async Task The_round_begins_with_those_who_are_overdue_and_goes_by_stop_newest_first(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        Assert.Contains("Nothing is in the loop yet.", (await hearth.Staff().OpenAsync("/loop")).Text, StringComparison.Ordinal);

        var waiting = await hearth.PlaceAsync("survey", "Heating", daysAgo: 10, tellInDays: 5);
        var late = await hearth.PlaceAsync("survey", "Fennside walkabout", daysAgo: 42, tellInDays: -14);
        var reply = await hearth.PlaceAsync("reply", "Bins: you said, we did", daysAgo: 5);
        await hearth.TookPartAsync(waiting, People(3));
        await hearth.TookPartAsync(late, People(14));

        var page = await hearth.Staff().OpenAsync("/loop");

        Assert.Equal(["Who has not been told", "Collect views", "Tell everyone"], page.All("main h2").Select(Page.Words));
        Assert.Equal(["Fennside walkabout", "Heating"], page.All("main h3").Select(Page.Words));
        Assert.Contains("Due 29 October 2026, 14 days late.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [$"/loop/{waiting}", $"/loop/{late}", $"/loop/{reply}"],
            page.All(".hearth-due a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal("14 overdue", Page.Words(page.All(".hearth-due .late .mark")[0]));
    }

    [Theory, BothDatabases]
    public async Task A_councillor_is_not_told_of_fewer_than_ten(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var few = await hearth.PlaceAsync("survey", "Kiln Lane parking", daysAgo: 42, tellInDays: -14);
        var many = await hearth.PlaceAsync("survey", "Bins", daysAgo: 42, tellInDays: -14);
        await hearth.TookPartAsync(few, People(9));
        await hearth.TookPartAsync(many, People(10));
        var councillor = hearth.Staff(Role.Councillor);

        var page = await councillor.OpenAsync($"/loop/{few}");
        Assert.Contains("[c] took part. Hidden to protect people: fewer than 10.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All(".hearth-told"));
        Assert.Contains("10 people took part.", (await councillor.OpenAsync($"/loop/{many}")).Text, StringComparison.Ordinal);
        var round = await councillor.OpenAsync("/loop");
        Assert.Single(round.All(".hearth-told"));
        Assert.DoesNotContain("9 people", page.Text + round.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("9 overdue", page.Text + round.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task At_a_glance_each_stop_counts_its_things_and_the_promise_counts_its_people(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var open = await hearth.PlaceAsync("survey", "Heating", daysAgo: 10, tellInDays: 30, closed: false);
        var late = await hearth.PlaceAsync("survey", "Bins", daysAgo: 60, tellInDays: -3);
        var older = await hearth.PlaceAsync("survey", "Long ago", daysAgo: 700, tellInDays: -600);
        var reply = await hearth.PlaceAsync("reply", "Bins: you said, we did", daysAgo: 5, cameFrom: [late]);
        var people = People(5);
        await hearth.TookPartAsync(open, people[0]);
        await hearth.TookPartAsync(late, people);
        await hearth.TookPartAsync(older, people[0], people[1]);
        await hearth.TellAsync(reply, late, gone: true, people[..3]);

        var glance = await hearth.InScopeAsync(services => services.GetRequiredService<LoopGlance>().ReadAsync(Ring.Today.AddYears(-1)));

        Assert.Equal(8, glance.Stops.Count);
        Assert.Equal(new StopAtAGlance(LoopStop.CollectViews, 2, 1), glance.At(LoopStop.CollectViews));
        Assert.Equal(new StopAtAGlance(LoopStop.TellEveryone, 1, 0), glance.At(LoopStop.TellEveryone));
        Assert.Equal(new ToldCount(6, 3, 2), glance.Told);
        Assert.Equal(["Long ago", "Bins", "Heating"], glance.Owed.Select(a => a.Thing.Title));
        Assert.Equal(["Long ago", "Bins"], glance.Overdue.Select(a => a.Thing.Title));
    }
}
