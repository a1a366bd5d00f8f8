// How a survey's paper stands: sheets keyed, marks that nobody could read, and how often two people keyed the same sheet differently.
using Hearth.Statistics;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper;

/// <param name="Keyed">Sheets taken in.</param>
/// <param name="Unreadable">Marks on them that nobody could read.</param>
/// <param name="Again">Sheets keyed a second time.</param>
/// <param name="ToKeyAgain">Sheets still to be keyed a second time, to make up the sample.</param>
/// <param name="Compared">Answers keyed twice.</param>
/// <param name="Differed">Of them, keyed differently.</param>
/// <param name="Waiting">Sheets with a difference that nobody has settled.</param>
internal sealed record PaperCount(
    int Keyed,
    int Unreadable,
    int Again,
    int ToKeyAgain,
    int Compared,
    int Differed,
    IReadOnlyList<PaperSheet> Waiting
)
{
    /// <summary>Share of answers keyed differently, with its 95% interval; null before anything was keyed twice.</summary>
    public ProportionInterval? Disagreement => Proportion.Wilson(Differed, Compared);
}

internal sealed class PaperTally(HearthDb db)
{
    /// <summary>One sheet in so many is keyed a second time, and never fewer than one.</summary>
    public const int OneIn = 10;

    public async Task<PaperCount> CountAsync(Guid survey, CancellationToken stop)
    {
        var sheets = db.Set<PaperSheet>().AsNoTracking().Where(s => s.SurveyId == survey);
        var keyed = await sheets.CountAsync(stop);
        var again = await sheets.CountAsync(s => s.AgainAt != null, stop);
        var drawn = (keyed + OneIn - 1) / OneIn;
        return new(
            keyed,
            await sheets.SumAsync(s => s.Unreadable, stop),
            again,
            Math.Max(0, drawn - again),
            await sheets.SumAsync(s => s.Compared, stop),
            await sheets.SumAsync(s => s.Differed, stop),
            await sheets.Where(s => s.Differed > 0 && s.SettledAt == null).OrderBy(s => s.AgainAt).ToListAsync(stop)
        );
    }

    /// <summary>The next sheet of the sample for this person, who did not key it; null where there is none.</summary>
    public Task<PaperSheet?> NextAsync(Guid survey, Guid? person, CancellationToken stop) =>
        db.Set<PaperSheet>()
            .Where(s => s.SurveyId == survey && s.AgainAt == null && s.Code != null && (s.KeyedById == null || s.KeyedById != person))
            .OrderBy(s => s.Draw)
            .ThenBy(s => s.Id)
            .FirstOrDefaultAsync(stop);
}
