// Records that the panel agreed the year, and freezes it as it stands.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme.AgreeYear;

/// <param name="By">Who agreed it: “Tenants’ panel”.</param>
internal sealed record Agreed(DateOnly On, string By, string Note);

internal sealed class AgreeYear(HearthDb db, AuditTrail audit, TimeProvider time)
{
    /// <param name="version">Of the year that the form showed: what is frozen is what was read.</param>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, int version, Agreed agreed, CancellationToken stop = default)
    {
        if (await db.Set<ProgrammeYear>().FindAsync([id], stop) is not { } year)
        {
            return [new YearNotFound()];
        }
        List<Refusal> faults = [];
        var by = agreed.By.Trim();
        if (by.Length == 0)
        {
            faults.Add(new AgreedByMissing());
        }
        if (by.Length > Agreement.LongestBy)
        {
            faults.Add(new AgreedByTooLong());
        }
        if (agreed.Note.Length > Agreement.LongestNote)
        {
            faults.Add(new NoteTooLong());
        }
        if (agreed.On > time.Today())
        {
            faults.Add(new AgreedInTheFuture());
        }
        var cycles = await db.Set<Cycle>().AsNoTracking().Where(c => c.YearId == id).OrderBy(c => c.Number).ToListAsync(stop);
        var last = await db.Set<Agreement>()
            .AsNoTracking()
            .Where(a => a.YearId == id)
            .OrderByDescending(a => a.Number)
            .FirstOrDefaultAsync(stop);
        if (last is not null && last.ChangedSince(cycles).Count == 0)
        {
            faults.Add(new NothingChanged());
        }
        if (year.Version != version)
        {
            faults.Add(new YearChangedMeanwhile());
        }
        if (faults.Count > 0)
        {
            return faults;
        }
        db.Add(
            new Agreement
            {
                YearId = id,
                Number = (last?.Number ?? 0) + 1,
                AgreedOn = agreed.On,
                By = by,
                Note = agreed.Note.Trim().ReplaceLineEndings("\n"),
                Frozen = Agreement.Freeze(cycles),
                RecordedAt = time.GetUtcNow(),
            }
        );
        audit.Write("AgreeYear", "year", id, $"version {(last?.Number ?? 0) + 1}, {by}, {agreed.On:yyyy-MM-dd}");
        return await db.SaveYearAsync(year, stop);
    }
}
