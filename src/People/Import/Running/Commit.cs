// Third step: writes the whole import in one transaction, with its audit line and its report.
using System.Text.Json;
using Hearth.Messaging.Public;
using Hearth.People.Import.Columns;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Running;

internal sealed class Commit(HearthDb db, DatabaseAddress address, AuditTrail audit, ForgottenMarks marks, Safely safely, TimeProvider time)
{
    /// <summary>Returns why it was refused, or null when everything is in.</summary>
    public async Task<string?> RunAsync(Guid runId, Func<int, Task> progress, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (address.Kind == DatabaseKind.PostgreSql)
        {
            // as on SQLite, nobody else writes to the register meanwhile; reading goes on
            await db.Database.ExecuteSqlRawAsync(
                "LOCK TABLE people_home, people_household, people_household_member, people_tenancy, people_person IN SHARE ROW EXCLUSIVE MODE",
                stop
            );
        }
        var run = await db.Set<ImportRun>().SingleAsync(r => r.Id == runId, stop);
        if (run.State != ImportState.Committing)
        {
            // its rows may be gone already: a whole list of none would end everybody's tenancy
            return "This import has been written, given up or taken over meanwhile";
        }
        var today = time.Today();
        if (run is { WholeList: true, EndingConfirmed: false })
        {
            var ending = await Missing.Of(db, runId, today).CountAsync(stop);
            var running = await Missing.Running(db, today).CountAsync(stop);
            if (EndingGuard.Refuses(ending, running))
            {
                return EndingGuard.Words(ending, running);
            }
        }
        var map = ColumnMap.FromJson(run.Columns!);
        var compared = await new Compare(db, address, marks, time).RunAsync(run, write: true, map, progress, stop);
        if (run.WholeList)
        {
            await EndMissingAsync(runId, today, stop);
        }
        // what waits for them must not leave by a way that is barred from now on
        foreach (var person in compared.Cared)
        {
            await safely.LookAgainAsync(person, stop);
        }
        run.Delta = JsonSerializer.Serialize(compared.Delta);
        run.State = ImportState.Done;
        run.EndedAt = time.GetUtcNow();
        (run.Node, run.HeldUntil, run.Phase, run.Problem) = (null, null, "", null);
        audit.Write("ImportPeople", "import", runId, Detail(compared));
        await db.SaveChangesAsync(stop);
        await ClearAsync(db, runId, stop);
        await transaction.CommitAsync(stop);
        return null;
    }

    /// <summary>The uploaded file and the rows in waiting hold personal data: they go as soon as they are not needed.</summary>
    public static async Task ClearAsync(HearthDb db, Guid runId, CancellationToken stop)
    {
        await db.Set<ImportLine>().Where(l => l.RunId == runId).ExecuteDeleteAsync(stop);
        await db.Set<ImportPiece>().Where(p => p.RunId == runId).ExecuteDeleteAsync(stop);
    }

    private async Task EndMissingAsync(Guid runId, DateOnly today, CancellationToken stop)
    {
        // the tenancy last: it is by the tenancy that the others are found
        var households = Missing.Of(db, runId, today).Select(t => t.HouseholdId);
        DateOnly? on = today;
        await db.Set<HouseholdMember>()
            .Where(m => m.LeftOn == null && households.Contains(m.HouseholdId))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.LeftOn, on), stop);
        await db.Set<Household>().Where(h => households.Contains(h.Id)).ExecuteUpdateAsync(h => h.SetProperty(x => x.EndedOn, on), stop);
        await Missing.Of(db, runId, today).ExecuteUpdateAsync(t => t.SetProperty(x => x.EndedOn, on), stop);
    }

    private static string Detail(Compared compared) =>
        $"homes {Words(compared.Delta.Homes)}; tenancies {Words(compared.Delta.Tenancies)}; people {Words(compared.Delta.People)}"
        + (compared.Cared.Count == 0 ? "" : $"; flags of care of {compared.Cared.Count}");

    private static string Words(KindOfChange kind) =>
        $"{kind.New} new, {kind.Changed} changed, {kind.Ended} ended, {kind.Unchanged} unchanged";
}

/// <summary>A file that is not what it is said to be would end most tenancies: it is refused until somebody has looked.</summary>
internal static class EndingGuard
{
    public static bool Refuses(int ending, int running) => running > 0 && ending > running * HousingImport.LargestEnding;

    public static string Words(int ending, int running) =>
        FormattableString
            .Invariant(
                $"{ending:N0} of {running:N0} running tenancies are not in this file and would be ended. That is more than {HousingImport.LargestEnding:P0}. Check that the file is the whole list, and confirm"
            )
            .Replace(" %", "%", StringComparison.Ordinal);
}
