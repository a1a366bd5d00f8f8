// Runs the steps of an import in order, whoever asks for it: a page, the command line or the demo.
using System.Text.Json;
using Hearth.Messaging.Public;
using Hearth.People.Import.Columns;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Running;

internal sealed class ImportRuns(
    HearthDb db,
    DatabaseAddress address,
    AuditTrail audit,
    ForgottenMarks marks,
    Safely safely,
    TimeProvider time
)
{
    /// <summary>Reads and compares; the run holds the counts and what would change. Nothing of the register changes.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be read.</exception>
    public Task PreviewAsync(Guid runId, Stream file, Func<ImportProgress, Task> progress, CancellationToken stop) =>
        PreviewAsync(runId, file, ImportState.Previewed, progress, stop);

    /// <summary>As above, for whoever goes on at once: the run stays in their hands.</summary>
    public async Task PreviewAsync(Guid runId, Stream file, ImportState next, Func<ImportProgress, Task> progress, CancellationToken stop)
    {
        var run = await db.Set<ImportRun>().AsNoTracking().SingleAsync(r => r.Id == runId, stop);
        var map = ColumnMap.FromJson(run.Columns!);
        var read = await new ReadFile(db, address, time).RunAsync(runId, TableFile.Open(file), map, progress, stop);
        await CompareAsync(run, map, read, next, progress, stop);
    }

    /// <summary>Writes what was previewed, whole or not at all. Returns the refusal, or null.</summary>
    public async Task<string?> CommitAsync(Guid runId, Func<ImportProgress, Task> progress, CancellationToken stop)
    {
        var total = await db.Set<ImportLine>().CountAsync(l => l.RunId == runId && l.Row != null, stop);
        return await new Commit(db, address, audit, marks, safely, time).RunAsync(
            runId,
            done => progress(new("Writing", done, total)),
            stop
        );
    }

    private async Task CompareAsync(
        ImportRun run,
        ColumnMap map,
        RowsRead read,
        ImportState next,
        Func<ImportProgress, Task> progress,
        CancellationToken stop
    )
    {
        var compared = await new Compare(db, address, marks, time).RunAsync(
            run,
            write: false,
            map,
            done => progress(new("Comparing with the register", done, read.DataRows)),
            stop
        );
        var setAside = read.SetAside + compared.SetAside;
        var counts = new ImportCounts(
            read.DataRows,
            read.DataRows - setAside,
            setAside,
            compared.Repeated,
            read.LeftOut + compared.LeftOut,
            read.NotData,
            compared.Homes,
            compared.Tenancies,
            compared.People
        );
        var (countsJson, deltaJson) = (JsonSerializer.Serialize(counts), JsonSerializer.Serialize(compared.Delta));
        var goesOn = next == ImportState.Committing;
        var node = goesOn ? ImportNode.Name : null;
        DateTimeOffset? until = goesOn ? time.GetUtcNow() + ImportNode.Lease : null;
        await db.Set<ImportRun>()
            .Where(r => r.Id == run.Id)
            .ExecuteUpdateAsync(
                r =>
                    r.SetProperty(x => x.Counts, countsJson)
                        .SetProperty(x => x.Delta, deltaJson)
                        .SetProperty(x => x.State, next)
                        .SetProperty(x => x.Problem, (string?)null)
                        .SetProperty(x => x.Node, node)
                        .SetProperty(x => x.HeldUntil, until),
                stop
            );
    }
}
