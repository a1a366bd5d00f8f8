// The record of who did what, as a manager reads it.
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Web.Tests;

public sealed class AuditPageTests
{
    [Theory, BothDatabases]
    public async Task It_shows_the_newest_first_and_fifty_a_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await WriteAsync(hearth, "Maya Desai", "CloseSurvey", "survey", 60);
        hearth.Clock.Forward(TimeSpan.FromHours(1));
        await WriteAsync(hearth, "Helen Okafor", "PublishReply", "reply", 1);
        var browser = hearth.Staff(Role.Manager);

        var first = await browser.OpenAsync("/audit");
        var second = await browser.OpenAsync("/audit?page=2");

        Assert.Equal(50, first.All("tbody tr").Count);
        Assert.Equal("12 Nov 2026, 10:00 Helen Okafor Publish reply reply number 0", Row(first, 0));
        Assert.Equal(11, second.All("tbody tr").Count);
        Assert.Contains("61 lines", first.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_can_be_narrowed_by_day_person_and_kind(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await WriteAsync(hearth, "Maya Desai", "CloseSurvey", "survey", 1);
        await WriteAsync(hearth, "Helen Okafor", "PublishReply", "reply", 1);
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 13));
        await WriteAsync(hearth, "Maya Desai", "PublishReply", "reply", 1);
        var browser = hearth.Staff(Role.Administrator);
        var page = await browser.OpenAsync("/audit");

        async Task<int> Lines(string day, string who, string about) => (
                await browser.SubmitAsync(
                    page,
                    new
                    {
                        Day = day,
                        Who = who,
                        Kind = about,
                    },
                    "Show"
                )
            ).All("tbody tr").Count;

        Assert.Equal(3, page.All("tbody tr").Count);
        Assert.Equal(2, await Lines("12/11/2026", "", ""));
        Assert.Equal(2, await Lines("", "Maya Desai", ""));
        Assert.Equal(1, await Lines("13/11/2026", "Maya Desai", "reply"));
        Assert.Equal(0, await Lines("13/11/2026", "Helen Okafor", ""));
    }

    [Theory, BothDatabases]
    public async Task A_day_that_is_none_and_script_in_the_address_do_no_harm(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var browser = hearth.Staff(Role.Manager);
        await WriteAsync(hearth, "<script>alert(1)</script>", "CloseSurvey", "survey", 1, "<img src=x onerror=alert(1)>");

        var page = await browser.OpenAsync("/audit?Day=%3Cscript%3Ealert(1)%3C%2Fscript%3E&page=-4");

        Assert.Equal(["Enter a day like 27/3/2026"], page.Errors);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page.Body, StringComparison.Ordinal);
        Assert.Contains("<img src=x onerror=alert(1)>", page.Text, StringComparison.Ordinal);
    }

    private static Task WriteAsync(HearthApp hearth, string who, string action, string subject, int times, string? detail = null) =>
        hearth.InScopeAsync(async scope =>
        {
            scope.GetRequiredService<Actor>().Staff(Guid.CreateVersion7(), who);
            for (var i = 0; i < times; i++)
            {
                scope.GetRequiredService<AuditTrail>().Write(action, subject, detail: detail ?? $"number {i}");
            }
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

    private static string Row(Page page, int at) => string.Join(' ', page.All("tbody tr")[at].Children.Select(Page.Words));
}
