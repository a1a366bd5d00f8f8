// A survey by telephone: ring the next home, the diary of call-backs, and what has come of it.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Telephone.CallDesk;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class CallDeskModel(HearthDb db, RingUp ringUp, Actor actor, TimeProvider time) : PageModel, IShowsPeople
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>Who has just answered, and may be asked about themselves while they are still on the line.</summary>
    [TempData]
    public Guid? MayAsk { get; set; }

    public string? AboutThem => MayAsk is { } person ? AboutYou.WriteDown(person, paper: false, $"/surveys/{Id}/calls") : null;

    public Survey Survey { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    public int ToRing { get; private set; }
    public IEnumerable<Guid> PeopleShown => Diary.Select(back => back.Person);
    public IReadOnlyList<CallBack> Diary { get; private set; } = [];
    public IReadOnlyDictionary<AttemptOutcome, int> Outcomes { get; private set; } = new Dictionary<AttemptOutcome, int>();
    public int Answered { get; private set; }
    public IReadOnlyList<HouseholdClaim> InHand { get; private set; } = [];
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public bool IsMine(HouseholdClaim claim) => claim.HeldById == actor.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    /// <summary>Rings the next home.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (IsOpen && await ringUp.NextAsync(Id, stop) is { } next)
        {
            return Redirect($"~/surveys/{Id}/calls/{next}");
        }
        Said = "There is nobody to ring now. Colleagues have the others in hand, or it is too early to try them again.";
        return Redirect($"~/surveys/{Id}/calls");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        IsOpen = SurveyDoor.StateOf(survey, time.Today()) == DoorState.Open;
        ToRing = IsOpen ? (await ringUp.WaitingAsync(Id, stop)).Count : 0;
        Diary = IsOpen ? await ringUp.DiaryAsync(Id, stop) : [];
        Outcomes = await db.Set<Attempt>()
            .Where(a => a.SurveyId == Id && a.Way == AttemptWay.Telephone)
            .GroupBy(a => a.Outcome)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        Answered = await db.Set<Response>().CountAsync(r => r.SurveyId == Id && r.Channel == ResponseChannel.Telephone, stop);
        InHand = await db.Set<HouseholdClaim>()
            .AsNoTracking()
            .Held(Now)
            .Where(c => c.SurveyId == Id && c.Way == AttemptWay.Telephone)
            .OrderBy(c => c.Until)
            .ToListAsync(stop);
        return true;
    }
}
