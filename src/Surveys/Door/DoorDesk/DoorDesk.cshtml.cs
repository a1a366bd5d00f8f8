// A survey at the doors: take a list, see which lists are out, hand in what a device could not send.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Door.DoorDesk;

internal sealed record ListOut(DoorList List, int Homes, int Answered, int Tried);

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class DoorDeskModel(
    HearthDb db,
    TakeDoorList take,
    ClaimHouseholds claims,
    AuditTrail audit,
    Actor actor,
    TimeProvider time
) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Homes { get; set; } = "30";

    [BindProperty]
    public string? Ward { get; set; }

    [BindProperty]
    public string? Patch { get; set; }

    [BindProperty]
    public int Days { get; set; } = 1;

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Patches { get; private set; } = [];
    public IReadOnlyList<ListOut> Lists { get; private set; } = [];
    public int AtTheDoor { get; private set; }
    public int Aside { get; private set; }
    public IReadOnlyDictionary<AttemptOutcome, int> Tries { get; private set; } = new Dictionary<AttemptOutcome, int>();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    /// <summary>Takes a list.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var number = int.TryParse(Homes?.Trim(), System.Globalization.CultureInfo.InvariantCulture, out var homes) ? homes : 0;
        var done = await take.RunAsync(Id, number, Ward, Patch, Days, stop);
        if (!done.Refused)
        {
            return Redirect($"~/surveys/{Id}/door/{done.Made!.Id}");
        }
        foreach (var refusal in done.Refusals)
        {
            ModelState.AddModelError(refusal.Field, refusal.Words);
        }
        return await FindAsync(stop) ? Page() : NotFound();
    }

    /// <summary>Ends a list: its homes are free for others. What its device has not sent can still come in.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid list, CancellationToken stop)
    {
        if (await db.Set<DoorList>().FirstOrDefaultAsync(l => l.Id == list && l.SurveyId == Id && l.EndedAt == null, stop) is { } row)
        {
            row.EndedAt = time.GetUtcNow();
            audit.Write("EndDoorList", "survey", Id, $"taken by {row.TakenBy}");
            await db.SaveChangesAsync(stop);
            await claims.LetGoAsync(row.HomeIds(), row.TakenById, AttemptWay.Door, stop);
            Said = "The list is ended. Its homes are free for others.";
        }
        return Redirect($"~/surveys/{Id}/door");
    }

    public bool IsMine(DoorList list) => list.TakenById == actor.Id;

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        IsOpen = SurveyDoor.StateOf(survey, time.Today()) == DoorState.Open;
        var places = await db.Set<Invitation>()
            .Where(i => i.SurveyId == Id)
            .Select(i => new { i.Ward, i.Patch })
            .Distinct()
            .ToListAsync(stop);
        Wards = Choices("Any ward", places.Select(p => p.Ward));
        Patches = Choices("Any patch", places.Select(p => p.Patch));
        var now = time.GetUtcNow();
        var lists = await db.Set<DoorList>()
            .AsNoTracking()
            .Where(l => l.SurveyId == Id && l.EndedAt == null && l.ExpiresAt > now)
            .OrderBy(l => l.TakenAt)
            .ToListAsync(stop);
        var rows = new List<ListOut>();
        foreach (var list in lists)
        {
            var (homes, from) = (list.HomeIds(), list.TakenAt);
            rows.Add(
                new(
                    list,
                    homes.Count,
                    await db.Set<Response>().CountAsync(r => homes.Contains(r.InvitationId), stop),
                    await db.Set<Attempt>()
                        .Where(a => homes.Contains(a.InvitationId) && a.At >= from)
                        .Select(a => a.InvitationId)
                        .Distinct()
                        .CountAsync(stop)
                )
            );
        }
        Lists = rows;
        AtTheDoor = await db.Set<Response>().CountAsync(r => r.SurveyId == Id && r.Channel == ResponseChannel.FaceToFace, stop);
        Aside = await db.Set<AnswersSetAside>().CountAsync(a => a.SurveyId == Id && a.SettledAt == null, stop);
        Tries = await db.Set<Attempt>()
            .Where(a => a.SurveyId == Id && a.Way == AttemptWay.Door)
            .GroupBy(a => a.Outcome)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return true;
    }

    private static List<SelectListItem> Choices(string any, IEnumerable<string> names) =>
        [
            new(any, ""),
            .. names
                .Where(name => name != GroupFacts.Unknown)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(name => new SelectListItem(name, name)),
        ];
}
