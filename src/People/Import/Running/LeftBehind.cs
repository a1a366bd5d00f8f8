// Finds imports whose process has died, and says so; and clears away files that nobody came back for.
using Hearth.People.Import.Stored;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Import.Running;

internal static class LeftBehind
{
    private static readonly TimeSpan FilesKept = TimeSpan.FromDays(2);
    private static readonly TimeSpan RemarksKept = TimeSpan.FromDays(60);

    /// <summary>Marks as interrupted what is held by nobody alive. What had not been committed was undone by the database.</summary>
    public static async Task MarkAsync(IServiceScopeFactory scopes, TimeProvider time, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
        var now = time.GetUtcNow();
        await ClearCommandsAsync(db, now, stop);
        var held = await db.Set<ImportRun>()
            .AsNoTracking()
            .Where(r => r.State == ImportState.Reading || r.State == ImportState.Committing)
            .Select(r => new
            {
                r.Id,
                r.State,
                r.Node,
                r.HeldUntil,
            })
            .ToListAsync(stop);
        foreach (var run in held.Where(r => r.HeldUntil is null || r.HeldUntil < now || ImportNode.IsDead(r.Node)))
        {
            var state = ImportWorker.Interrupted(run.State == ImportState.Committing);
            await db.Set<ImportRun>()
                .Where(r => r.Id == run.Id && r.State == run.State)
                .ExecuteUpdateAsync(
                    r =>
                        r.SetProperty(x => x.State, state)
                            .SetProperty(x => x.Problem, "Hearth stopped while it worked.")
                            .SetProperty(x => x.Node, (string?)null),
                    stop
                );
        }
        await ClearAsync(db, now, stop);
    }

    /// <summary>Gives up the imports of commands that died. Their file is not here, so nobody could go on with them: what was read of it goes.</summary>
    public static async Task ClearCommandsAsync(HearthDb db, DateTimeOffset now, CancellationToken stop)
    {
        var cut = await db.Set<ImportRun>()
            .AsNoTracking()
            .Where(r =>
                r.State == ImportState.Reading
                || r.State == ImportState.Committing
                || r.State == ImportState.ReadingInterrupted
                || r.State == ImportState.CommitInterrupted
            )
            .Where(r => !db.Set<ImportPiece>().Any(p => p.RunId == r.Id))
            .Select(r => new
            {
                r.Id,
                r.State,
                r.Node,
                r.HeldUntil,
            })
            .ToListAsync(stop);
        foreach (var run in cut.Where(r => r.HeldUntil is null || r.HeldUntil < now || ImportNode.IsDead(r.Node)))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var mine = await db.Set<ImportRun>()
                .Where(r => r.Id == run.Id && r.State == run.State)
                .ExecuteUpdateAsync(
                    r =>
                        r.SetProperty(x => x.State, ImportState.Abandoned)
                            .SetProperty(x => x.EndedAt, now)
                            .SetProperty(x => x.Problem, "The command was cut off. Nothing of it was kept.")
                            .SetProperty(x => x.Node, (string?)null),
                    stop
                );
            if (mine == 1)
            {
                await Commit.ClearAsync(db, run.Id, stop);
                await db.Set<ImportRemark>().Where(r => r.RunId == run.Id).ExecuteDeleteAsync(stop);
            }
            await transaction.CommitAsync(stop);
        }
    }

    private static async Task ClearAsync(HearthDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (filesBefore, remarksBefore) = (now - FilesKept, now - RemarksKept);
        var forgotten = await db.Set<ImportRun>()
            .Where(r => r.StartedAt < filesBefore && r.State != ImportState.Done && r.State != ImportState.Abandoned)
            .Select(r => r.Id)
            .ToListAsync(stop);
        foreach (var id in forgotten)
        {
            await Commit.ClearAsync(db, id, stop);
            await db.Set<ImportRun>()
                .Where(r => r.Id == id)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ImportState.Abandoned), stop);
        }
        var old = db.Set<ImportRun>().Where(r => r.StartedAt < remarksBefore).Select(r => r.Id);
        await db.Set<ImportRemark>().Where(r => old.Contains(r.RunId)).ExecuteDeleteAsync(stop);
    }
}
