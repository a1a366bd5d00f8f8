// Cases on the officer's first page: every one that is due today or late, and how many nobody has taken.
using System.Security.Claims;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases;

internal sealed class NewsOfCases(HearthDb db, TimeProvider time) : IFirstPageNews
{
    private const int Shown = 8;

    public async Task<FirstPageNews> ReadAsync(ClaimsPrincipal reader, DateOnly until, CancellationToken stop)
    {
        if (!CasesParts.MayWork(reader))
        {
            return new([], [], []);
        }
        var now = time.GetUtcNow();
        var open = db.Set<Case>().AsNoTracking().Where(c => c.ClosedAt == null);
        // what nobody has taken is shown at once, however far its day: it came in and somebody must read it today
        var rows = await open.OrderBy(c => c.DueAt).ThenBy(c => c.Number).Take(Shown * 4).ToListAsync(stop);
        var count = await open.CountAsync(stop);
        return new(
            count == 0
                ? []
                :
                [
                    new(
                        LoopStop.CollectViews,
                        0,
                        $"{count:N0} {(count == 1 ? "case" : "cases")} open",
                        Hot: rows.Exists(c => c.DueAt < now),
                        Href: "/cases"
                    ),
                ],
            [
                .. rows.Where(c => c.OwnerId is null || c.DueAt!.Value.DayInLondon() <= until)
                    .Take(Shown)
                    .Select(c => new Due(
                        c.DueAt!.Value.DayInLondon(),
                        $"{c.Kind.Name()}: {c.Spoken}",
                        c.Address,
                        c.Owner is null ? $"{c.Because}. Nobody has taken it." : $"{c.Because}. With {c.Owner}.",
                        c.DueAt < now ? "Late"
                            : c.OwnerId is null ? "New"
                            : c.Kind == Worry.Safety ? $"By {c.DueAt.Value.InLondon().ToString("HH:mm", Culture.English)}"
                            : "Due",
                        c.DueAt < now ? DueState.Late : DueState.Waits
                    )),
            ],
            []
        );
    }
}
