// /s/{code}/thanks: the answers are in; what happens next and by when.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.Thanks;

[AllowAnonymous]
internal sealed class ThanksModel(SurveyDoor door, HearthDb db, AboutYou aboutYou, TimeProvider time) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>Homes that have answered so far.</summary>
    public int Homes { get; private set; }

    /// <summary>Where they may tell us about themselves, for fairness; null once the survey is over: a code from an old letter opens nothing new.</summary>
    public string? AboutThem =>
        SurveyDoor.StateOf(Visit.Survey, time.Today()) != DoorState.Open || Visit.Invitation.PersonId is not { } person ? null
        : Visit.ByTelephone ? AboutYou.WriteDown(person, paper: false)
        : aboutYou.Link(person, Visit.Page("thanks"));

    public DateOnly AnsweredOn => Visit.AnsweredAt!.Value.DayInLondon();

    public bool WasToday => AnsweredOn == time.Today();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await door.FindAsync(code, stop) is not { } visit)
        {
            return this.UnknownCode(code);
        }
        if (visit.State != DoorState.Answered)
        {
            return Redirect("~" + visit.Page());
        }
        Visit = visit;
        Homes = await db.Set<Response>().CountAsync(response => response.SurveyId == visit.Survey.Id, stop);
        return Page();
    }
}
