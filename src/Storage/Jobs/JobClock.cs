// Runs what is due, once over all nodes: a node runs a job only while its lease in the database holds, and renews it as long as the job runs. It runs none while its clock is further on than it can have come.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hearth.Storage.Jobs;

internal sealed partial class JobClock(IServiceScopeFactory scopes, TimeProvider time, LongestGap gap, ILogger<JobClock> log)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    // containers share machine names and process ids
    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    private bool held;

    /// <summary>How long a node that has died keeps a job from the others.</summary>
    internal TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RunDueAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host is stopping
        }
    }

    /// <summary>Runs every job that is due and not leased elsewhere; returns the names of those run here.</summary>
    public async Task<IReadOnlyList<string>> RunDueAsync(CancellationToken stop)
    {
        var ran = new List<string>();
        (string Name, TimeSpan Every)[] jobs;
        DateTimeOffset? known;
        using (var scope = scopes.CreateScope())
        {
            jobs = [.. scope.ServiceProvider.GetServices<IJob>().Select(job => (job.Name, job.Every))];
            try
            {
                known = await scope.ServiceProvider.GetRequiredService<ClockLeap>().KnownAsync(time.GetUtcNow(), stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(log, failure, "clock");
                return ran;
            }
        }
        foreach (var (name, every) in jobs)
        {
            // before each: the clock may leap while another job runs
            var now = time.GetUtcNow();
            if (IsHeld(known, now))
            {
                break;
            }
            known = now;
            if (await RunIfDueAsync(name, every, stop))
            {
                ran.Add(name);
            }
        }
        return ran;
    }

    private bool IsHeld(DateTimeOffset? known, DateTimeOffset now)
    {
        var was = held;
        held = known is { } latest && gap.Between(latest, now);
        if (held && !was)
        {
            LogLeap(log, known!.Value, now);
        }
        return held;
    }

    private async Task<bool> RunIfDueAsync(string name, TimeSpan every, CancellationToken stop)
    {
        try
        {
            if (!await TakeLeaseAsync(name, every, stop))
            {
                return false;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(log, failure, name);
            return false;
        }

        string? error = null;
        var began = time.GetUtcNow();
        using (var scope = scopes.CreateScope())
        {
            scope.ServiceProvider.GetRequiredService<Actor>().System(name);
            var job = scope.ServiceProvider.GetServices<IJob>().First(job => job.Name == name);
            using var held = CancellationTokenSource.CreateLinkedTokenSource(stop);
            using var over = new CancellationTokenSource();
            var keeping = KeepLeaseAsync(name, held, over.Token);
            try
            {
                await job.RunAsync(held.Token);
            }
            catch (OperationCanceledException) when (held.IsCancellationRequested)
            {
                error = stop.IsCancellationRequested ? "stopped" : "lease lost";
            }
            catch (Exception failure)
            {
                error = failure.GetType().Name;
                LogFailure(log, failure, name);
            }
            await over.CancelAsync();
            await keeping;
        }
        await GiveBackAsync(name, every, began, error);
        return true;
    }

    // Whoever cannot renew in time stops: another node may have begun.
    private async Task KeepLeaseAsync(string name, CancellationTokenSource held, CancellationToken over)
    {
        var until = time.GetUtcNow() + Lease;
        while (true)
        {
            try
            {
                await Task.Delay(Lease / 4, time, over);
                if (!await RenewLeaseAsync(name, over))
                {
                    await held.CancelAsync();
                    return;
                }
                until = time.GetUtcNow() + Lease;
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailure(log, failure, name);
                if (time.GetUtcNow() >= until - Lease / 4)
                {
                    await held.CancelAsync();
                    return;
                }
            }
        }
    }

    private async Task<bool> RenewLeaseAsync(string name, CancellationToken over)
    {
        using var scope = scopes.CreateScope();
        var until = time.GetUtcNow() + Lease;
        return await scope
                .ServiceProvider.GetRequiredService<HearthDb>()
                .Set<JobLease>()
                .Where(l => l.Name == name && l.LeasedBy == node)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.LeasedUntil, until), over) == 1;
    }

    // No job is due later than its next turn, and none is leased for longer than a lease: what says so was written before the clock was set back,
    // and must not stop the work until that hour comes again. A lease's time more is allowed for nodes whose clocks differ.
    private async Task<bool> TakeLeaseAsync(string name, TimeSpan every, CancellationToken stop)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
        var now = time.GetUtcNow();
        var until = now + Lease;
        var (latest, longest) = (now + every + Lease, until + Lease);
        var free = db.Set<JobLease>()
            .Where(l =>
                l.Name == name
                && (l.DueAt <= now || l.DueAt > latest)
                && (l.LeasedUntil == null || l.LeasedUntil < now || l.LeasedUntil > longest)
            );
        if (await free.ExecuteUpdateAsync(l => l.SetProperty(x => x.LeasedUntil, until).SetProperty(x => x.LeasedBy, node), stop) == 1)
        {
            return true;
        }
        if (await db.Set<JobLease>().AnyAsync(l => l.Name == name, stop))
        {
            return false;
        }
        db.Add(
            new JobLease
            {
                Name = name,
                DueAt = now,
                LeasedUntil = until,
                LeasedBy = node,
            }
        );
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return false;
        }
    }

    private async Task GiveBackAsync(string name, TimeSpan every, DateTimeOffset began, string? error)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
        var now = time.GetUtcNow();
        var due = now + every;
        // a clock that leapt meanwhile must not pass for one that came so far
        var ended = gap.Between(began, now) ? began : now;
        await db.Set<JobLease>()
            .Where(l => l.Name == name && l.LeasedBy == node)
            .ExecuteUpdateAsync(l =>
                l.SetProperty(x => x.DueAt, due)
                    .SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(x => x.LeasedBy, (string?)null)
                    .SetProperty(x => x.LastEndedAt, ended)
                    .SetProperty(x => x.LastError, error)
            );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed")]
    private static partial void LogFailure(ILogger log, Exception failure, string job);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The clock leapt from {From:u} to {To:u}: no job runs until an administrator says that it is right (page /settings/clock), or it is put right"
    )]
    private static partial void LogLeap(ILogger log, DateTimeOffset from, DateTimeOffset to);
}
