// Second step: puts tenancies together and compares them with the register. With a writer it also writes.
using Hearth.People.Import.Columns;
using Hearth.People.Import.Merging;
using Hearth.People.Import.Rows;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Running;

/// <summary>What the comparison found.</summary>
internal sealed record Compared(ImportDelta Delta, int Homes, int Tenancies, int People, int Repeated, int SetAside, int LeftOut)
{
    /// <summary>People whose flags of care were written.</summary>
    public IReadOnlyList<Guid> Cared { get; init; } = [];
}

internal sealed class Compare(HearthDb db, DatabaseAddress address, ForgottenMarks marks, TimeProvider time)
{
    private readonly List<(int Line, string Reason)> aside = [];
    private readonly List<(int Line, string Reason)> leftOut = [];

    /// <summary>Nothing of the register changes unless <paramref name="write"/>; then the caller has opened the transaction.</summary>
    public async Task<Compared> RunAsync(ImportRun run, bool write, ColumnMap map, Func<int, Task> progress, CancellationToken stop)
    {
        var today = time.Today();
        var settler = new Settler((line, reason) => aside.Add((line, reason)), (line, reason) => leftOut.Add((line, reason)));
        var places = await PlaceNames.FindAsync(db, stop);
        var changes = new Changes();
        var source = $"{Merge.SourceStart} of {RowReader.Shown(today)}";
        var merge = new Merge(
            places,
            changes,
            run.WholeList,
            today,
            time.GetUtcNow(),
            source,
            (line, reason) => leftOut.Add((line, reason))
        );
        var forgotten = await marks.ForImportAsync(stop);
        var running = await Missing.Running(db, today).CountAsync(stop);
        await using var bulk = new BulkWrite(db, address);
        var cared = new List<Guid>();
        var (done, asideInAll, leftOutInAll) = (0, 0, 0);
        await foreach (var page in new WaitingRows(db, run.Id).PagesAsync(stop))
        {
            var settled = page.Select(settler.Settle).OfType<SettledTenancy>().ToList();
            done += page.Sum(rows => rows.Count);
            var part = await RegisterPart.FindAsync(db, settled, map.HasConsents, map.HasCare, forgotten, stop);
            foreach (var tenancy in settled)
            {
                merge.Apply(tenancy, part);
            }
            if (write)
            {
                await places.WriteAsync(bulk, stop);
                await changes.WriteAsync(bulk, stop);
                cared.AddRange(changes.Care.Keys);
                var nothing = changes.Care.Values.Where(safety => safety.SaysNothing).Select(safety => safety.PersonId).ToList();
                if (nothing.Count > 0)
                {
                    await db.Set<ContactSafety>().Where(safety => nothing.Contains(safety.PersonId)).ExecuteDeleteAsync(stop);
                }
            }
            else
            {
                asideInAll += aside.Count;
                leftOutInAll += leftOut.Count;
                await RemarkAsync(run.Id, bulk, stop);
            }
            aside.Clear();
            leftOut.Clear();
            changes.Clear();
            await progress(done);
        }
        if (run.WholeList)
        {
            await CountEndedAsync(run.Id, today, changes, stop);
        }
        return new Compared(
            changes.Report(places, running),
            settler.Homes,
            settler.Tenancies,
            settler.People,
            settler.Repeated,
            asideInAll,
            leftOutInAll
        )
        {
            Cared = cared,
        };
    }

    private async Task CountEndedAsync(Guid runId, DateOnly today, Changes changes, CancellationToken stop)
    {
        var missing = Missing.Of(db, runId, today);
        var first = await missing.OrderBy(t => t.Reference).Select(t => t.Reference).Take(50).ToListAsync(stop);
        foreach (var reference in first)
        {
            changes.Count("Tenancy", "Ended", reference, ["not in the file"]);
        }
        changes.Count("Tenancy", "Ended", "", times: await missing.CountAsync(stop) - first.Count);
        var households = missing.Select(t => t.HouseholdId);
        var leaving = await db.Set<HouseholdMember>().CountAsync(m => m.LeftOn == null && households.Contains(m.HouseholdId), stop);
        changes.Count("Person", "Ended", "", times: leaving);
    }

    private async Task RemarkAsync(Guid runId, BulkWrite bulk, CancellationToken stop)
    {
        if (aside.Count + leftOut.Count == 0)
        {
            return;
        }
        var numbers = aside.Concat(leftOut).Select(x => x.Line).Distinct().ToList();
        var originals = await db.Set<ImportLine>()
            .AsNoTracking()
            .Where(l => l.RunId == runId && numbers.Contains(l.Line))
            .ToDictionaryAsync(l => l.Line, l => l.Original, stop);
        var gone = aside.Select(x => x.Line).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await bulk.UpsertAsync(
            [.. aside.Select(x => Remark(RemarkKind.SetAside, x)), .. leftOut.Select(x => Remark(RemarkKind.LeftOut, x))],
            stop
        );
        await db.Set<ImportLine>()
            .Where(l => l.RunId == runId && gone.Contains(l.Line))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Row, (string?)null), stop);
        await transaction.CommitAsync(stop);

        ImportRemark Remark(RemarkKind kind, (int Line, string Reason) x) =>
            new()
            {
                RunId = runId,
                Line = x.Line,
                Kind = kind,
                Reason = x.Reason,
                Original = originals[x.Line],
            };
    }
}

/// <summary>Tenancies that run in the register and are not in the file, whether taken or set aside.</summary>
internal static class Missing
{
    public static IQueryable<Tenancy> Running(HearthDb db, DateOnly today) =>
        db.Set<Tenancy>().Where(t => t.EndedOn == null || t.EndedOn > today);

    public static IQueryable<Tenancy> Of(HearthDb db, Guid runId, DateOnly today) =>
        Running(db, today).Where(t => !db.Set<ImportLine>().Any(l => l.RunId == runId && l.Key == t.Reference));
}
