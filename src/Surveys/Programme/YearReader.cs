// Reads a year as it stands now: cycles, their surveys, what was published of them, what was agreed.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme;

internal sealed class YearReader(HearthDb db, LoopLedger ledger, TimeProvider time)
{
    /// <summary>Every year, the newest first.</summary>
    public async Task<IReadOnlyList<ProgrammeYear>> AllAsync(CancellationToken stop) =>
        await db.Set<ProgrammeYear>().AsNoTracking().OrderByDescending(year => year.StartsOn).ThenBy(year => year.Name).ToListAsync(stop);

    /// <summary>The year that today is in; else the next to begin; else the last there was. Null where none was planned.</summary>
    public async Task<Guid?> CurrentAsync(CancellationToken stop)
    {
        var today = time.Today();
        var all = await AllAsync(stop);
        var year =
            all.FirstOrDefault(y => y.StartsOn <= today && y.EndsOn >= today)
            ?? all.LastOrDefault(y => y.StartsOn > today)
            ?? all.FirstOrDefault();
        return year?.Id;
    }

    /// <summary>A year with all that its pages show, or null.</summary>
    public async Task<YearNow?> FindAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<ProgrammeYear>().AsNoTracking().FirstOrDefaultAsync(y => y.Id == id, stop) is not { } year)
        {
            return null;
        }
        var cycles = await db.Set<Cycle>()
            .AsNoTracking()
            .Where(c => c.YearId == id)
            .OrderBy(c => c.StartsOn)
            .ThenBy(c => c.Number)
            .ToListAsync(stop);
        return new YearNow(
            year,
            cycles,
            await SurveysAsync(year, cycles, stop),
            await db.Set<Agreement>().AsNoTracking().Where(a => a.YearId == id).OrderByDescending(a => a.Number).ToListAsync(stop),
            time.Today()
        );
    }

    /// <summary>The year of a cycle, or null.</summary>
    public async Task<YearNow?> OfCycleAsync(Guid cycle, CancellationToken stop) =>
        await db.Set<Cycle>().Where(c => c.Id == cycle).Select(c => (Guid?)c.YearId).FirstOrDefaultAsync(stop) is { } year
            ? await FindAsync(year, stop)
            : null;

    /// <summary>How many homes more surveys than the limit asked within the days of the limit, and how many stand at it: one more survey would be too many.</summary>
    public async Task<(int Over, int AtTheLimit)> AskedTooOftenAsync(ProgrammeYear year, CancellationToken stop)
    {
        var since = time.Today().AddDays(-year.WithinDays).StartInLondon();
        var most = year.MostSurveys;
        var counts = await db.Set<Invitation>()
            .Where(i => i.CreatedAt >= since)
            .GroupBy(i => i.HouseholdId)
            .Select(g => g.Count())
            .Where(count => count >= most)
            .GroupBy(count => count > most)
            .Select(g => new { Over = g.Key, Homes = g.Count() })
            .ToListAsync(stop);
        return (counts.Where(c => c.Over).Sum(c => c.Homes), counts.Where(c => !c.Over).Sum(c => c.Homes));
    }

    /// <summary>Homes asked in each week of the year that had any, by the week's Monday.</summary>
    public async Task<IReadOnlyList<(DateOnly Week, int Homes)>> AskedByWeekAsync(ProgrammeYear year, CancellationToken stop)
    {
        var from = year.StartsOn.StartInLondon();
        var until = year.EndsOn.AddDays(1).StartInLondon();
        var moments = await db.Set<Invitation>()
            .Where(i => i.CreatedAt >= from && i.CreatedAt < until)
            .GroupBy(i => i.CreatedAt)
            .Select(g => new { At = g.Key, Homes = g.Count() })
            .ToListAsync(stop);
        return [.. moments.GroupBy(m => Breaks.Monday(m.At.DayInLondon())).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(m => m.Homes)))];
    }

    private async Task<IReadOnlyList<SurveyFacts>> SurveysAsync(ProgrammeYear year, List<Cycle> cycles, CancellationToken stop)
    {
        var linked = cycles.Where(c => c.SurveyId is not null).Select(c => c.SurveyId!.Value).ToList();
        var from = year.StartsOn;
        var until = year.EndsOn;
        var surveys = await db.Set<Survey>()
            .AsNoTracking()
            .Where(s => linked.Contains(s.Id) || (s.Status != SurveyStatus.Draft && s.OpensOn <= until && s.ClosesOn >= from))
            .ToListAsync(stop);
        var asked = await db.Set<Invitation>()
            .Where(i => linked.Contains(i.SurveyId))
            .GroupBy(i => i.SurveyId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var answered = await db.Set<Response>()
            .Where(r => linked.Contains(r.SurveyId))
            .GroupBy(r => r.SurveyId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var replies = await (
            from link in ledger.Links
            where linked.Contains(link.FromId)
            join thing in ledger.Things on link.ToId equals thing.Id
            where thing.Kind == "reply" && thing.PublicAddress != null
            select new { link.FromId, thing.On }
        ).ToListAsync(stop);
        var published = replies.GroupBy(r => r.FromId).ToDictionary(g => g.Key, g => g.Min(r => r.On));
        return
        [
            .. surveys
                .OrderBy(s => s.OpensOn)
                .ThenBy(s => s.Title, StringComparer.Ordinal)
                .Select(s => new SurveyFacts(
                    s.Id,
                    s.Title,
                    s.Status,
                    s.OpensOn,
                    s.LastDay,
                    asked.GetValueOrDefault(s.Id),
                    answered.GetValueOrDefault(s.Id),
                    published.TryGetValue(s.Id, out var on) ? on : null
                )),
        ];
    }
}

/// <summary>A year as it stands on a day.</summary>
/// <param name="Cycles">In the order of their first days.</param>
/// <param name="Surveys">Those of its cycles, and others in the field in this year.</param>
/// <param name="Agreements">The newest first.</param>
internal sealed record YearNow(
    ProgrammeYear Year,
    IReadOnlyList<Cycle> Cycles,
    IReadOnlyList<SurveyFacts> Surveys,
    IReadOnlyList<Agreement> Agreements,
    DateOnly Today
)
{
    public IReadOnlyList<Break> Breaks { get; } = Year.Breaks.Within(Year.StartsOn, Year.EndsOn);

    public Warnings Rules => new(Breaks, [.. Surveys.Where(s => s.Status != SurveyStatus.Draft)], new WorkingWeek());

    public IReadOnlyList<Warning> Warnings => field ??= Rules.Find(Cycles, Today);

    public SurveyFacts? SurveyOf(Cycle cycle) => Surveys.FirstOrDefault(s => s.Id == cycle.SurveyId);

    /// <summary>The cycle that comes after this one; null after the last.</summary>
    public Cycle? After(Cycle cycle) => Cycles.SkipWhile(c => c.Id != cycle.Id).Skip(1).FirstOrDefault();

    public IReadOnlyList<CheckLine> ChecklistOf(Cycle cycle) =>
        Checklist.Of(cycle, SurveyOf(cycle), After(cycle) is { } next ? SurveyOf(next) : null);

    /// <summary>The newest version agreed, and what is different now.</summary>
    public Agreement? Agreed => Agreements.Count > 0 ? Agreements[0] : null;

    public IReadOnlyList<string> ChangedSinceAgreed => field ??= Agreed?.ChangedSince(Cycles) ?? [];

    /// <summary>What is late, in the order of the days it was due.</summary>
    public IReadOnlyList<(Cycle Cycle, CheckLine Line)> Late =>
        [.. Lines.Where(x => x.Line.IsLate(Today)).OrderBy(x => x.Line.Due).ThenBy(x => x.Line.Step)];

    /// <summary>What is due today or in the six days after.</summary>
    public IReadOnlyList<(Cycle Cycle, CheckLine Line)> Due =>
        [.. Lines.Where(x => x.Line.IsDue(Today)).OrderBy(x => x.Line.Due).ThenBy(x => x.Line.Step)];

    private IEnumerable<(Cycle Cycle, CheckLine Line)> Lines =>
        Cycles.SelectMany(cycle => ChecklistOf(cycle).Select(line => (cycle, line)));

    /// <summary>Days from the last day of answering to the first reply published, the middle of the surveys that have one; null where none has.</summary>
    public double? DaysToTell
    {
        get
        {
            var days = Cycles
                .Select(SurveyOf)
                .Where(s => s?.FedBackOn is not null)
                .Select(s => s!.FedBackOn!.Value.DayNumber - s.LastDay.DayNumber)
                .Order()
                .ToList();
            return days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0;
        }
    }
}
