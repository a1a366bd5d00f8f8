// The demo's chapter makes a board that is alive: told, waiting, overdue and a no.
using Hearth.Feedback.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests;

public sealed class DemoTests
{
    [Theory, BothDatabases]
    public async Task The_demo_tells_some_leaves_some_waiting_and_is_late_for_some(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(
            Enumerable
                .Range(1, 420)
                .Select(i => new NewTenant
                {
                    GivenName = $"Tenant{i}",
                    Email = i % 3 == 0 ? $"t{i}@tenant.example" : null,
                    Phone = i % 4 == 0 ? null : $"+447700900{i:000}",
                    Prefers = i % 7 == 0 ? ContactWay.Telephone : null,
                })
        );
        var survey = await hearth.ActivityAsync(people.Take(200), "Yearly survey 2026", closedDaysAgo: 24);

        await hearth.InScopeAsync(services =>
            services
                .GetServices<IDemoChapter>()
                .Single(c => c.Order == 50)
                .TellAsync(new DemoStory("", 40217, hearth.Clock.Today(), _ => { }), default)
        );

        var glance = await hearth.InScopeAsync(s => s.GetRequiredService<ToldSummary>().ReadAsync());
        Assert.Equal(5, glance.Activities);
        Assert.InRange(glance.Count.Told, 400, 515);
        Assert.Contains(glance.Late, a => a is { Title: "Four Tenants’ Forums", Count.Overdue: 7, Answered: true });
        Assert.Contains(glance.Late, a => a is { Count.Overdue: 14, Answered: false });
        Assert.DoesNotContain(glance.Late, a => a.Id == survey);
        Assert.InRange(glance.MedianDays ?? 0, 5, 28);

        var board = await hearth.Staff().OpenAsync("/feedback");
        Assert.Contains("51 of 58 told", board.Text, StringComparison.Ordinal);
        Assert.Contains("183 of 183 told", board.Text, StringComparison.Ordinal);
        var publicly = await hearth.Anyone().OpenAsync("/what-changed");
        Assert.Contains("All 183 people told", publicly.Text, StringComparison.Ordinal);
        Assert.Contains("It costs too much.", publicly.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I don’t know who my officer is", publicly.Text, StringComparison.Ordinal);
        // one answer is in Polish and Urdu, checked by nobody
        foreach (var (language, words) in new[] { ("pl", "Jeśli zgłosisz nam wilgoć lub pleśń"), ("ur", "سیلن یا پھپھوندی") })
        {
            var own = await hearth.Anyone().OpenAsync($"/what-changed?lang={language}");
            Assert.Contains(words, own.Text, StringComparison.Ordinal);
        }
    }
}
