// The server's clock leapt: the board says so, and an administrator says once that it is right.
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Web.Tests;

public sealed class ClockTests
{
    private const string OnBoard =
        "The clock leapt from 12 November 2026 at 9am to 17 December 2027 at 9am. Deleting and sending wait until somebody says it is right.";

    [Theory, BothDatabases]
    public async Task A_leap_is_on_the_board_until_an_administrator_says_that_the_clock_is_right_and_that_is_audited(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (officer, admin) = (hearth.Staff(), hearth.Staff(Role.Administrator, "Ruth Carr"));
        Assert.NotEmpty(await hearth.RunDueJobsAsync());
        Assert.DoesNotContain("The clock leapt", (await officer.OpenAsync("/messages")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is amiss", (await admin.OpenAsync("/settings/clock")).Text, StringComparison.Ordinal);

        hearth.Clock.Forward(TimeSpan.FromDays(400));
        Assert.Empty(await hearth.RunDueJobsAsync());
        Assert.Contains(OnBoard, (await officer.OpenAsync("/messages")).Text, StringComparison.Ordinal);
        Assert.Contains("The server’s clock leapt", (await officer.OpenAsync("/officer")).Text, StringComparison.Ordinal);
        Assert.StartsWith("/not-allowed", (await officer.OpenAsync("/settings/clock")).Path, StringComparison.Ordinal);
        var asked = await admin.OpenAsync((await admin.OpenAsync("/messages")).LinkTo("Say whether it is right"));
        var said = await admin.SubmitAsync(asked, button: "The clock is right");

        Assert.Contains("Sending and deleting go on", said.Text, StringComparison.Ordinal);
        Assert.NotEmpty(await hearth.RunDueJobsAsync());
        Assert.DoesNotContain("The clock leapt", (await officer.OpenAsync("/messages")).Text, StringComparison.Ordinal);
        var line = Assert.Single(await AuditAsync(hearth));
        Assert.Equal(("Ruth Carr", "2026-11-12 09:00 to 2027-12-17 09:00"), (line.ActorName, line.Detail));
    }

    [Fact]
    public async Task A_page_left_open_says_nothing_of_another_leap()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var admin = hearth.Staff(Role.Administrator);
        await hearth.RunDueJobsAsync();
        hearth.Clock.Forward(TimeSpan.FromDays(400));
        var old = await admin.OpenAsync("/settings/clock");
        hearth.Clock.Forward(TimeSpan.FromDays(1) - TimeSpan.FromDays(400));
        Assert.NotEmpty(await hearth.RunDueJobsAsync());
        hearth.Clock.Forward(TimeSpan.FromDays(400));

        var said = await admin.SubmitAsync(old, button: "The clock is right");

        Assert.Contains("Deleting and sending wait until somebody says it is right", said.Text, StringComparison.Ordinal);
        Assert.Empty(await hearth.RunDueJobsAsync());
        Assert.Empty(await AuditAsync(hearth));
    }

    private static Task<List<AuditLine>> AuditAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope =>
            scope.GetRequiredService<HearthDb>().Set<AuditLine>().Where(line => line.Action == "SayClockIsRight").ToListAsync()
        );
}
