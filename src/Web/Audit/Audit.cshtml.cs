// Who did what, and when: the audit, newest first, by day, person and kind.
using System.Globalization;
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Web.Audit;

/// <summary>A line as it is read.</summary>
internal sealed record AuditRow(DateTimeOffset At, string Who, string Did, string? What, string? Detail);

[StaffOnly(Role.Manager)]
[WholeLandlordOnly]
internal sealed class AuditModel(HearthDb db, LoopLedger ledger, Audience audience) : PageModel
{
    private const int ToAPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int At { get; private set; } = 1;

    public int Pages => Math.Max(1, (Count + ToAPage - 1) / ToAPage);

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    // from the query by name: the route holds a "page" of its own, the Razor page's
    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken stop)
    {
        var all = db.Set<AuditLine>().AsNoTracking();
        People =
        [
            new("Everybody", ""),
            .. (await all.Select(l => l.ActorName).Distinct().OrderBy(name => name).ToListAsync(stop)).Select(name => new SelectListItem(
                name,
                name
            )),
        ];
        Kinds =
        [
            new("Everything", ""),
            .. (await all.Select(l => l.SubjectKind).Distinct().OrderBy(kind => kind).ToListAsync(stop)).Select(kind => new SelectListItem(
                AuditWords.First(kind),
                kind
            )),
        ];

        var lines = all;
        if (!string.IsNullOrEmpty(Who))
        {
            lines = lines.Where(l => l.ActorName == Who);
        }
        if (!string.IsNullOrEmpty(Kind))
        {
            lines = lines.Where(l => l.SubjectKind == Kind);
        }
        if (!string.IsNullOrWhiteSpace(Day))
        {
            if (
                DateOnly.TryParseExact(
                    Day.Trim(),
                    ["yyyy-MM-dd", "d/M/yyyy", "d M yyyy", "d MMMM yyyy"],
                    CultureInfo.GetCultureInfo("en-GB"),
                    DateTimeStyles.None,
                    out var day
                ) && day.Year is > 1900 and < 9999
            )
            {
                var (from, until) = (day.StartInLondon(), day.AddDays(1).StartInLondon());
                lines = lines.Where(l => l.At >= from && l.At < until);
            }
            else
            {
                ModelState.AddModelError(nameof(Day), "Enter a day like 27/3/2026");
            }
        }
        Count = await lines.CountAsync(stop);
        At = Math.Clamp(number ?? 1, 1, Pages);
        var shown = await lines
            .OrderByDescending(l => l.At)
            .ThenByDescending(l => l.Id)
            .Skip((At - 1) * ToAPage)
            .Take(ToAPage)
            .ToListAsync(stop);
        var subjects = shown.Select(l => l.SubjectId).OfType<Guid>().Distinct().ToList();
        var titles = await ledger.Things.Where(t => subjects.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Title, stop);
        var forWhom = await audience.ForPeopleAsync([.. shown.Select(l => l.OnBehalfOf).OfType<Guid>().Distinct()], stop);
        Rows =
        [
            .. shown.Select(l => new AuditRow(
                l.At.InLondon(),
                l.OnBehalfOf is { } person
                    ? $"{l.ActorName}, for {forWhom.GetValueOrDefault(person)?.Name ?? "somebody who was forgotten"}"
                    : l.ActorName,
                AuditWords.Of(l.Action),
                l.SubjectId is { } id && titles.TryGetValue(id, out var title) ? $"{l.SubjectKind}: {title}" : l.SubjectKind,
                l.Detail
            )),
        ];
    }
}
