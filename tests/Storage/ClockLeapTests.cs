// A server's clock that leaps ahead by years must not end what is years away: no job runs until it is put right or somebody vouches for it.
using Hearth.Storage.Jobs;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hearth.Storage.Tests;

public sealed class ClockLeapTests
{
    private const string Sends = "send-messages";
    private const string LetsGo = "let go of what has had its time";
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Theory, BothDatabases]
    public async Task A_clock_that_leaps_by_a_year_sends_and_deletes_nothing_until_somebody_vouches_for_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        Assert.Contains(LetsGo, await hearth.RunDueJobsAsync());
        // switched off over a weekend
        hearth.Clock.Forward(TimeSpan.FromDays(2));
        Assert.Contains(LetsGo, await hearth.RunDueJobsAsync());
        var before = hearth.Clock.GetUtcNow();

        hearth.Clock.Forward(Year);
        Assert.Empty(await hearth.RunDueJobsAsync());
        hearth.Clock.Forward(TimeSpan.FromHours(1));
        Assert.Empty(await hearth.RunDueJobsAsync());
        Assert.Equal(new Leap(before, hearth.Clock.GetUtcNow()), await FindAsync(hearth));

        Assert.True(await SayRightAsync(hearth));
        var ran = await hearth.RunDueJobsAsync();
        Assert.Contains(Sends, ran);
        Assert.Contains(LetsGo, ran);
        Assert.Null(await FindAsync(hearth));
        Assert.False(await SayRightAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_is_put_right_again_needs_nobody_and_what_was_said_of_one_leap_holds_for_no_other(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.RunDueJobsAsync();
        hearth.Clock.Forward(Year);
        Assert.Empty(await hearth.RunDueJobsAsync());
        hearth.Clock.Forward(TimeSpan.FromMinutes(1) - Year);
        Assert.Contains(Sends, await hearth.RunDueJobsAsync());

        // vouched for by mistake, then put right: the wrong year stands in the leases by now
        hearth.Clock.Forward(Year);
        Assert.True(await SayRightAsync(hearth));
        Assert.Contains(Sends, await hearth.RunDueJobsAsync());
        hearth.Clock.Forward(TimeSpan.FromMinutes(1) - Year);
        Assert.Contains(Sends, await hearth.RunDueJobsAsync());
        hearth.Clock.Forward(Year);
        Assert.Empty(await hearth.RunDueJobsAsync());
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_leaps_while_a_job_runs_stops_the_next_and_does_not_pass_for_one_that_came_so_far(DatabaseKind kind)
    {
        Clock? clock = null;
        await using var hearth = await HearthApp.StartAsync(
            kind,
            services: services =>
                services
                    .AddScoped<IJob>(_ => new Named("leaps", () => clock!.Forward(10 * Year)))
                    .AddScoped<IJob>(_ => new Named("after it", () => { }))
        );
        clock = hearth.Clock;

        var ran = await hearth.RunDueJobsAsync();

        Assert.Contains("leaps", ran);
        Assert.DoesNotContain("after it", ran);
        Assert.Empty(await hearth.RunDueJobsAsync());
        var ended = await hearth.InScopeAsync(scope =>
            scope.GetRequiredService<HearthDb>().Set<JobLease>().Where(l => l.Name == "leaps").Select(l => l.LastEndedAt).SingleAsync()
        );
        Assert.Equal(Clock.Morning, ended);
    }

    [Theory, BothDatabases]
    public async Task A_node_whose_clock_is_right_goes_on_while_another_waits(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var ahead = new Clock(Clock.Morning + Year);
        var (right, wrong) = (Node(hearth, hearth.Clock, LongestGap.Usual), Node(hearth, ahead, LongestGap.Usual));
        Assert.Contains(Sends, await right.RunDueAsync(TestContext.Current.CancellationToken));

        hearth.Clock.Forward(TimeSpan.FromMinutes(1));
        Assert.Empty(await wrong.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Contains(Sends, await right.RunDueAsync(TestContext.Current.CancellationToken));

        // without the limit it would not have waited
        Assert.Contains(LetsGo, await Node(hearth, ahead, LongestGap.OfDays(0)).RunDueAsync(TestContext.Current.CancellationToken));
    }

    private static Task<Leap?> FindAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<ClockLeap>().FindAsync());

    private static Task<bool> SayRightAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<ClockLeap>().SayRightAsync());

    private static JobClock Node(HearthApp hearth, TimeProvider time, LongestGap gap) =>
        new(hearth.Services.GetRequiredService<IServiceScopeFactory>(), time, gap, NullLogger<JobClock>.Instance);

    private sealed class Named(string name, Action does) : IJob
    {
        public string Name => name;

        public TimeSpan Every => TimeSpan.FromSeconds(1);

        public Task RunAsync(CancellationToken stop)
        {
            does();
            return Task.CompletedTask;
        }
    }
}
