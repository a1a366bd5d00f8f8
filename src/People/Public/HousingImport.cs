// Imports a housing system's export in one call: for the command line and the demo.
using System.Text.Json;
using Hearth.Messaging.Public;
using Hearth.People.Import.Columns;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Running;
using Hearth.People.Import.Stored;
using Hearth.People.Import.Values;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Public;

public sealed class HousingImport
{
    private readonly HearthDb db;
    private readonly AuditTrail audit;
    private readonly Actor actor;
    private readonly TimeProvider time;
    private readonly IServiceScopeFactory scopes;
    private readonly DatabaseAddress address;
    private readonly ImportRuns runs;
    private DateTimeOffset held;
    private bool writes;

    public HousingImport(
        HearthDb db,
        DatabaseAddress address,
        AuditTrail audit,
        Actor actor,
        TimeProvider time,
        IServiceScopeFactory scopes,
        Settings settings,
        IDataProtectionProvider protection,
        Safely safely
    )
    {
        (this.db, this.address, this.audit, this.actor, this.time, this.scopes) = (db, address, audit, actor, time, scopes);
        runs = new ImportRuns(db, address, audit, new ForgottenMarks(settings, protection), safely, time);
    }

    /// <summary>The share of running tenancies that a whole list may end without being confirmed.</summary>
    public const double LargestEnding = 0.10;

    /// <summary>Names of the saved mappings, in order.</summary>
    public async Task<IReadOnlyList<string>> MappingsAsync(CancellationToken stop = default) =>
        await db.Set<ImportMapping>().OrderBy(m => m.NameKey).Select(m => m.Name).ToListAsync(stop);

    /// <summary>Imports the file: all of it in one transaction, or nothing. Running it again with the same file changes nothing.</summary>
    /// <param name="file">CSV or XLSX, seekable; left open.</param>
    /// <param name="fileName">As shown in the report, without its folder.</param>
    /// <param name="choices">Mapping, dry run, whole list.</param>
    /// <param name="progress">Told a few times a second.</param>
    /// <param name="stop">Stops it; nothing is left behind.</param>
    /// <returns>Counts, delta and the rows set aside; <see cref="ImportOutcome.Refusal"/> says why the register was not changed.</returns>
    public async Task<ImportOutcome> RunAsync(
        Stream file,
        string fileName,
        ImportChoices choices,
        IProgress<ImportProgress>? progress = null,
        CancellationToken stop = default
    )
    {
        await LeftBehind.ClearCommandsAsync(db, time.GetUtcNow(), stop);
        ColumnMap map;
        try
        {
            (map, var refusal) = await MapAsync(file, choices.Mapping, stop);
            if (refusal is not null)
            {
                return Refused(refusal);
            }
        }
        catch (UnreadableFileException unreadable)
        {
            return Refused(unreadable.Message);
        }
        (held, writes) = (time.GetUtcNow(), false);
        var run = new ImportRun
        {
            FileName = fileName,
            Size = file.Length,
            StartedAt = time.GetUtcNow(),
            StartedBy = actor.Name,
            State = ImportState.Reading,
            MappingName = choices.Mapping,
            Columns = map.ToJson(),
            WholeList = choices.WholeList,
            EndingConfirmed = choices.EndingConfirmed,
            Node = ImportNode.Name,
            HeldUntil = time.GetUtcNow() + ImportNode.Lease,
        };
        db.Add(run);
        audit.Write("StartImport", "import", run.Id, choices.DryRun ? "to look only" : null);
        await db.SaveChangesAsync(stop);
        db.Entry(run).State = EntityState.Detached;
        try
        {
            return await RunAsync(run.Id, file, choices, report => TellAsync(run.Id, progress, report), stop);
        }
        catch (UnreadableFileException unreadable)
        {
            await ForgetAsync(run.Id);
            return Refused(unreadable.Message);
        }
        catch
        {
            await ForgetAsync(run.Id);
            throw;
        }
    }

    private async Task<ImportOutcome> RunAsync(
        Guid runId,
        Stream file,
        ImportChoices choices,
        Func<ImportProgress, Task> progress,
        CancellationToken stop
    )
    {
        await runs.PreviewAsync(runId, file, ImportState.Committing, progress, stop);
        writes = !choices.DryRun;
        var refusal = writes ? await runs.CommitAsync(runId, progress, stop) : null;
        db.ChangeTracker.Clear();
        var done = await db.Set<ImportRun>().AsNoTracking().SingleAsync(r => r.Id == runId, stop);
        var remarks = await db.Set<ImportRemark>().AsNoTracking().Where(r => r.RunId == runId).OrderBy(r => r.Line).ToListAsync(stop);
        var committed = done.State == ImportState.Done;
        if (!committed)
        {
            await ForgetAsync(runId);
        }
        return new ImportOutcome(
            committed ? runId : null,
            committed,
            refusal,
            JsonSerializer.Deserialize<ImportCounts>(done.Counts!)!,
            JsonSerializer.Deserialize<ImportDelta>(done.Delta!)!,
            [.. remarks.Where(r => r.Kind == RemarkKind.SetAside).Select(Line)],
            [.. remarks.Where(r => r.Kind == RemarkKind.LeftOut).Select(Line)]
        );
    }

    private async Task<(ColumnMap Map, string? Refusal)> MapAsync(Stream file, string? mapping, CancellationToken stop)
    {
        ColumnMap map;
        if (mapping is null)
        {
            map = ColumnMap.Guess(TableFile.Open(file).FindTable().Headings);
        }
        else
        {
            var key = Fold.Key(mapping);
            var saved = await db.Set<ImportMapping>().AsNoTracking().FirstOrDefaultAsync(m => m.NameKey == key, stop);
            if (saved is null)
            {
                var names = await MappingsAsync(stop);
                return (
                    new([]),
                    $"There is no mapping called “{mapping}”. "
                        + (names.Count == 0 ? "None is saved yet" : $"There are: {string.Join(", ", names)}")
                );
            }
            map = ColumnMap.FromJson(saved.Columns);
        }
        var missing = map.Missing();
        return (map, missing.Count == 0 ? null : $"The columns cannot be told from the headings. {string.Join(". ", missing)}");
    }

    private async Task TellAsync(Guid runId, IProgress<ImportProgress>? progress, ImportProgress report)
    {
        progress?.Report(report);
        var now = time.GetUtcNow();
        // while SQLite's one writer is ours nobody else can write that we are alive: they see that our process is
        if (now - held < ImportNode.Lease / 4 || (writes && address.Kind == DatabaseKind.Sqlite))
        {
            return;
        }
        held = now;
        var until = now + ImportNode.Lease;
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<HearthDb>()
            .Set<ImportRun>()
            .Where(r => r.Id == runId)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.HeldUntil, until), CancellationToken.None);
    }

    private async Task ForgetAsync(Guid runId)
    {
        db.ChangeTracker.Clear();
        await Commit.ClearAsync(db, runId, CancellationToken.None);
        await db.Set<ImportRemark>().Where(r => r.RunId == runId).ExecuteDeleteAsync(CancellationToken.None);
        await db.Set<ImportRun>().Where(r => r.Id == runId).ExecuteDeleteAsync(CancellationToken.None);
    }

    private static ImportRemarkLine Line(ImportRemark remark) => new(remark.Line, remark.Reason, remark.Original);

    private static ImportOutcome Refused(string why) => new(null, false, why, new(0, 0, 0, 0, 0, 0, 0, 0, 0), null, [], []);
}
