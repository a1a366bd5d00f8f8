// Whether the server's clock can have come so far: the jobs write down when each ended, every few seconds while a server runs, and time does not leap from there.
using Hearth.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

/// <summary>How long no job may have run before the clock is asked about. None at all where the time is <see cref="TimeSpan.MaxValue"/>.</summary>
public sealed record LongestGap(TimeSpan Time)
{
    /// <summary>Days, where the landlord has set none: a bank holiday weekend.</summary>
    public const double UsualDays = 3;

    public static LongestGap Usual { get; } = new(TimeSpan.FromDays(UsualDays));

    /// <summary>So many days; 0 for no limit.</summary>
    public static LongestGap OfDays(double days) => new(days > 0 ? TimeSpan.FromDays(days) : TimeSpan.MaxValue);

    internal bool Between(DateTimeOffset earlier, DateTimeOffset later) => later - earlier > Time;
}

/// <summary>A leap: the latest time that was known, and what the clock says now.</summary>
public sealed record Leap(DateTimeOffset From, DateTimeOffset To);

/// <summary>Finds a clock that leapt ahead. While it stands so, no job runs: nothing is sent, nothing let go, no survey closes.</summary>
public sealed class ClockLeap(HearthDb db, Settings settings, AuditTrail audit, LongestGap gap, TimeProvider time)
{
    private const string Setting = "clock";

    /// <summary>By how much the clocks of two servers, or one before and after it was set, may differ without anybody minding.</summary>
    public static readonly TimeSpan Trifle = TimeSpan.FromMinutes(10);

    /// <summary>The leap that holds the jobs now; null where the clock may be believed.</summary>
    public async Task<Leap?> FindAsync(CancellationToken stop = default)
    {
        var now = time.GetUtcNow();
        return await KnownAsync(now, stop) is { } known && gap.Between(known, now) ? new Leap(known, now) : null;
    }

    /// <summary>An administrator says that the clock is right, whatever the jobs last saw: the server was off so long. Saved at once.</summary>
    /// <returns>False where there was nothing to say it of.</returns>
    public async Task<bool> SayRightAsync(CancellationToken stop = default)
    {
        if (await FindAsync(stop) is not { } leap)
        {
            return false;
        }
        await settings.SetAsync(Setting, new SaidRight(leap.From, leap.To), stop);
        audit.Write("SayClockIsRight", "clock", detail: $"{leap.From:yyyy-MM-dd HH:mm} to {leap.To:yyyy-MM-dd HH:mm}");
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>The latest time at which a job ended or somebody vouched for the clock. What lies ahead of the clock was written by one that was wrong, and says nothing.</summary>
    internal async Task<DateTimeOffset?> KnownAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (gap.Time == TimeSpan.MaxValue)
        {
            return null;
        }
        var ahead = now + Trifle;
        var ended = await db.Set<JobLease>()
            .Where(lease => lease.LastEndedAt != null && lease.LastEndedAt <= ahead)
            .OrderByDescending(lease => lease.LastEndedAt)
            .Select(lease => lease.LastEndedAt)
            .FirstOrDefaultAsync(stop);
        if (ended is not { } known || !gap.Between(known, now))
        {
            return ended;
        }
        // it was said of one leap: once jobs have run again, it says nothing of the next
        return await settings.GetAsync<SaidRight>(Setting, stop) is { } said && said.From == known && said.At <= ahead ? said.At : known;
    }

    private sealed record SaidRight(DateTimeOffset From, DateTimeOffset At);
}
