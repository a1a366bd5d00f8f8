// What an officer does with an import: hands in a file, settles its columns, starts it, gives it up.
using Hearth.People.Import.Columns;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Stored;
using Hearth.People.Import.Values;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Running;

internal sealed class ImportDesk(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time, ImportWorker worker)
{
    /// <summary>Takes the file into the database. It must be a table that can be read.</summary>
    /// <exception cref="UnreadableFileException">It is not.</exception>
    public async Task<Guid> HandInAsync(Stream file, string fileName, CancellationToken stop)
    {
        TableFile.Open(file).FindTable();
        var run = new ImportRun
        {
            FileName = Path.GetFileName(fileName) is { Length: > 0 } name ? name[..Math.Min(name.Length, 200)] : "file",
            Size = file.Length,
            StartedAt = time.GetUtcNow(),
            StartedBy = actor.Name,
            StartedById = actor.Kind == ActorKind.Staff ? actor.Id : null,
            State = ImportState.Uploaded,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        db.Add(run);
        audit.Write("StartImport", "import", run.Id);
        await db.SaveChangesAsync(stop);
        await PieceStream.StoreAsync(db, run.Id, file, stop);
        await transaction.CommitAsync(stop);
        return run.Id;
    }

    public Task<ImportRun?> FindAsync(Guid id, CancellationToken stop) =>
        db.Set<ImportRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop);

    /// <summary>The table in the uploaded file.</summary>
    public Table TableOf(ImportRun run) =>
        TableFile.Open(new PieceStream(db, run.Id, run.Size)).FindTable(run.Columns is null ? null : ColumnMap.FromJson(run.Columns));

    /// <summary>The columns to begin with: those settled before, a saved mapping that fits, or a guess.</summary>
    public async Task<(ColumnMap Map, string? Name)> FirstMapAsync(ImportRun run, Table table, CancellationToken stop)
    {
        if (run.Columns is { } settled)
        {
            return (ColumnMap.FromJson(settled), run.MappingName);
        }
        var fitting = (await db.Set<ImportMapping>().AsNoTracking().OrderByDescending(m => m.SavedAt).ToListAsync(stop))
            .Select(m => (m.Name, Map: ColumnMap.FromJson(m.Columns)))
            .FirstOrDefault(m => m.Map.NotAmong(table.Headings).Count == 0);
        return fitting.Map is null ? (ColumnMap.Guess(table.Headings), null) : (fitting.Map, fitting.Name);
    }

    /// <summary>Settles the columns and has the file read; with a name, the mapping is kept for the next file.</summary>
    public async Task SettleAsync(Guid id, ColumnMap map, bool wholeList, string? saveAs, CancellationToken stop)
    {
        var run = await db.Set<ImportRun>().SingleAsync(r => r.Id == id, stop);
        if (run.State is ImportState.Reading or ImportState.Committing or ImportState.ToCommit or ImportState.Done or ImportState.Abandoned)
        {
            return;
        }
        run.Columns = map.ToJson();
        run.WholeList = wholeList;
        run.EndingConfirmed = false;
        run.State = ImportState.ToRead;
        run.Problem = null;
        if (saveAs?.Trim() is { Length: > 0 } name)
        {
            run.MappingName = name;
            var key = Fold.Key(name);
            var saved = await db.Set<ImportMapping>().FirstOrDefaultAsync(m => m.NameKey == key, stop);
            if (saved is null)
            {
                saved = new ImportMapping { NameKey = key };
                db.Add(saved);
            }
            (saved.Name, saved.Columns, saved.SavedAt) = (name, map.ToJson(), time.GetUtcNow());
            audit.Write("SaveImportMapping", "import-mapping", saved.Id, name);
        }
        await db.SaveChangesAsync(stop);
        worker.Wake();
    }

    /// <summary>Has a previewed import written; asking twice is asking once.</summary>
    public async Task CommitAsync(Guid id, bool endingConfirmed, CancellationToken stop)
    {
        await db.Set<ImportRun>()
            .Where(r => r.Id == id && (r.State == ImportState.Previewed || r.State == ImportState.CommitInterrupted))
            .ExecuteUpdateAsync(
                r =>
                    r.SetProperty(x => x.State, ImportState.ToCommit)
                        .SetProperty(x => x.EndingConfirmed, x => x.EndingConfirmed || endingConfirmed)
                        .SetProperty(x => x.Phase, "")
                        .SetProperty(x => x.RowsDone, 0)
                        .SetProperty(x => x.Problem, (string?)null),
                stop
            );
        worker.Wake();
    }

    /// <summary>Begins again what was cut off.</summary>
    public async Task ResumeAsync(Guid id, CancellationToken stop)
    {
        await db.Set<ImportRun>()
            .Where(r => r.Id == id && r.State == ImportState.ReadingInterrupted)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ImportState.ToRead), stop);
        await CommitAsync(id, false, stop);
    }

    /// <summary>Gives the import up: the file and what was read of it are deleted.</summary>
    public async Task AbandonAsync(Guid id, CancellationToken stop)
    {
        var run = await db.Set<ImportRun>().SingleAsync(r => r.Id == id, stop);
        if (run.State is ImportState.Committing or ImportState.ToCommit or ImportState.Reading or ImportState.Done or ImportState.Abandoned)
        {
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        run.State = ImportState.Abandoned;
        run.EndedAt = time.GetUtcNow();
        audit.Write("AbandonImport", "import", id);
        await db.SaveChangesAsync(stop);
        await Commit.ClearAsync(db, id, stop);
        await db.Set<ImportRemark>().Where(r => r.RunId == id).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
