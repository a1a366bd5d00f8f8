// However many nodes there are, a job runs once at a time: also a job that takes longer than a lease.
using Hearth.Storage.Jobs;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hearth.Storage.Tests;

public sealed class JobClockTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    [Theory, BothDatabases]
    public async Task Two_nodes_never_run_one_job_at_once_even_when_it_takes_longer_than_the_lease(DatabaseKind kind)
    {
        var watch = new Watch { Takes = 3 * Lease };
        await using var hearth = await HearthApp.StartAsync(
            kind,
            services: services => services.AddSingleton(watch).AddScoped<IJob, LongJob>()
        );
        var nodes = new[] { Node(hearth), Node(hearth) };
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        await Task.WhenAll(nodes.Select(node => Task.Run(() => RunAsync(node, watch, enough), enough.Token)));

        Assert.Equal(1, watch.MostAtOnce);
        Assert.Equal(2, watch.Ended);
    }

    [Theory, BothDatabases]
    public async Task A_node_that_has_lost_its_lease_stops(DatabaseKind kind)
    {
        var watch = new Watch { Takes = TimeSpan.FromMinutes(5) };
        await using var hearth = await HearthApp.StartAsync(
            kind,
            services: services => services.AddSingleton(watch).AddScoped<IJob, LongJob>()
        );
        var running = Node(hearth).RunDueAsync(TestContext.Current.CancellationToken);
        await watch.Began.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        await hearth.InScopeAsync(scope =>
            scope
                .GetRequiredService<HearthDb>()
                .Set<JobLease>()
                .Where(l => l.Name == LongJob.Called)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.LeasedBy, "another node"))
        );

        Assert.Contains(LongJob.Called, await running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal(0, watch.Ended);
        var lease = await hearth.InScopeAsync(scope =>
            scope.GetRequiredService<HearthDb>().Set<JobLease>().AsNoTracking().SingleAsync(l => l.Name == LongJob.Called)
        );
        Assert.Equal("another node", lease.LeasedBy);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_is_set_back_by_days_stops_no_job_and_a_lease_from_the_future_holds_none(DatabaseKind kind)
    {
        var watch = new Watch();
        await using var hearth = await HearthApp.StartAsync(
            kind,
            services: services => services.AddSingleton(watch).AddScoped<IJob, LongJob>()
        );
        var node = Node(hearth, hearth.Clock);
        Assert.Contains(LongJob.Called, await node.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(LongJob.Called, await node.RunDueAsync(TestContext.Current.CancellationToken));

        hearth.Clock.Forward(-TimeSpan.FromDays(3));
        Assert.Contains(LongJob.Called, await node.RunDueAsync(TestContext.Current.CancellationToken));
        // a node took it by the wrong clock, and died
        var future = hearth.Clock.GetUtcNow().AddDays(3);
        await hearth.InScopeAsync(scope =>
            scope
                .GetRequiredService<HearthDb>()
                .Set<JobLease>()
                .Where(l => l.Name == LongJob.Called)
                .ExecuteUpdateAsync(l =>
                    l.SetProperty(x => x.DueAt, future)
                        .SetProperty(x => x.LeasedUntil, (DateTimeOffset?)future)
                        .SetProperty(x => x.LeasedBy, "dead")
                )
        );
        Assert.Contains(LongJob.Called, await node.RunDueAsync(TestContext.Current.CancellationToken));
    }

    private static async Task RunAsync(JobClock node, Watch watch, CancellationTokenSource enough)
    {
        while (watch.Ended < 2 && !enough.IsCancellationRequested)
        {
            await node.RunDueAsync(enough.Token);
            await Task.Delay(50, enough.Token);
        }
    }

    private static JobClock Node(HearthApp hearth, TimeProvider? time = null) =>
        new(
            hearth.Services.GetRequiredService<IServiceScopeFactory>(),
            time ?? TimeProvider.System,
            LongestGap.Usual,
            NullLogger<JobClock>.Instance
        )
        {
            Lease = Lease,
        };

    private sealed class Watch
    {
        private int now;
        private int most;
        private int ended;

        public TimeSpan Takes { get; init; }

        public TaskCompletionSource Began { get; } = new();

        public int MostAtOnce => most;

        public int Ended => ended;

        public async Task RunAsync(CancellationToken stop)
        {
            var here = Interlocked.Increment(ref now);
            InterlockedMax(here);
            Began.TrySetResult();
            try
            {
                await Task.Delay(Takes, stop);
                Interlocked.Increment(ref ended);
            }
            finally
            {
                Interlocked.Decrement(ref now);
            }
        }

        private void InterlockedMax(int here)
        {
            for (var seen = most; here > seen; seen = most)
            {
                Interlocked.CompareExchange(ref most, here, seen);
            }
        }
    }

    private sealed class LongJob(Watch watch) : IJob
    {
        public const string Called = "a long job of a test";

        public string Name => Called;

        public TimeSpan Every => TimeSpan.FromMilliseconds(100);

        public Task RunAsync(CancellationToken stop) => watch.RunAsync(stop);
    }
}
