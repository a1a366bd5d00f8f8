// Leaves a home out of the surveys that the regulator prescribes, or takes it back in. What is under way for it stops in the same moment.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.LeaveOut;

internal enum LeaveOutRefusal
{
    NobodyLivesThere,
    NoReason,
    NoteMissing,
    NoteTooLong,
    NoLookAgain,
    LookAgainNotAhead,
    LookAgainTooFar,
    ChangedMeanwhile,
}

/// <param name="Version">Of the line as the officer saw it; null where there was none.</param>
internal sealed record LeavingOut(LeftOutReason? Reason, string? Note, DateOnly? LookAgainOn, int? Version);

internal sealed class LeaveOut(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time, IEnumerable<IHearsOfLeftOut> hearing)
{
    public const int LongestNote = 500;

    /// <summary>Circumstances change: nobody is left out for longer without somebody having looked.</summary>
    public const int MostMonths = 24;

    private readonly List<string> told = [];

    /// <summary>What stands although the home is left out, in words: an answer that it has given.</summary>
    public IReadOnlyList<string> Told => told;

    public async Task<IReadOnlyList<LeaveOutRefusal>> RunAsync(Guid household, LeavingOut leaving, CancellationToken stop = default)
    {
        var today = time.Today();
        if (
            !await db.Set<Tenancy>()
                .AnyAsync(tenancy => tenancy.HouseholdId == household && (tenancy.EndedOn == null || tenancy.EndedOn > today), stop)
        )
        {
            return [LeaveOutRefusal.NobodyLivesThere];
        }
        var note = (leaving.Note ?? "").Trim();
        List<LeaveOutRefusal> refusals = [];
        if (leaving.Reason is null)
        {
            refusals.Add(LeaveOutRefusal.NoReason);
        }
        if (note.Length is 0 or > LongestNote)
        {
            refusals.Add(note.Length == 0 ? LeaveOutRefusal.NoteMissing : LeaveOutRefusal.NoteTooLong);
        }
        if (leaving.LookAgainOn is not { } again)
        {
            refusals.Add(LeaveOutRefusal.NoLookAgain);
        }
        else if (again <= today || again > today.AddMonths(MostMonths))
        {
            refusals.Add(again <= today ? LeaveOutRefusal.LookAgainNotAhead : LeaveOutRefusal.LookAgainTooFar);
        }
        if (refusals.Count > 0 || leaving is not { Reason: { } reason, LookAgainOn: { } on })
        {
            return refusals;
        }
        var line = await db.Set<LeftOut>().FirstOrDefaultAsync(home => home.HouseholdId == household, stop);
        if (line?.Version != leaving.Version)
        {
            return [LeaveOutRefusal.ChangedMeanwhile];
        }
        var fresh = line is null;
        if (line is null)
        {
            line = new LeftOut { HouseholdId = household, Since = today };
            db.Add(line);
        }
        (line.Reason, line.Note, line.LookAgainOn, line.SetBy) = (reason, note, on, actor.Name);
        line.Version++;
        // that it is left out, never why: more people read the audit than may know
        audit.Write("LeaveOut", "household", household, $"looked at again on {on:yyyy-MM-dd}");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await SavedAsync(stop))
        {
            return [LeaveOutRefusal.ChangedMeanwhile];
        }
        if (fresh)
        {
            foreach (var one in hearing)
            {
                if (await one.LeftOutAsync(household, reason, stop) is { } stands)
                {
                    told.Add(stands);
                }
            }
            await db.SaveChangesAsync(stop);
        }
        await transaction.CommitAsync(stop);
        return [];
    }

    /// <summary>Takes it back in: the next survey may ask it.</summary>
    public async Task<IReadOnlyList<LeaveOutRefusal>> TakeBackAsync(Guid household, CancellationToken stop = default)
    {
        if (await db.Set<LeftOut>().FirstOrDefaultAsync(home => home.HouseholdId == household, stop) is not { } line)
        {
            return [];
        }
        db.Remove(line);
        audit.Write("TakeBackIn", "household", household);
        return await SavedAsync(stop) ? [] : [LeaveOutRefusal.ChangedMeanwhile];
    }

    private async Task<bool> SavedAsync(CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            return false;
        }
    }
}
