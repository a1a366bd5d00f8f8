// /s/{code}/not-now: the survey is not open yet, has closed, or the home has answered. Kind words and a way on, never a dead end.
using Hearth.DesignSystem.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.NotNow;

[AllowAnonymous]
internal sealed class NotNowModel(SurveyDoor door, Phrases phrases) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    public string Heading =>
        Visit.State switch
        {
            DoorState.Answered => phrases["survey.not-now.answered"],
            DoorState.NotYet => phrases["survey.not-now.not-yet", ("day", phrases.Weekday(Visit.Survey.OpensOn))],
            _ => phrases["survey.not-now.closed"],
        };

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await door.FindAsync(code, stop) is not { } visit)
        {
            return this.UnknownCode(code);
        }
        Visit = visit;
        return visit.State == DoorState.Open ? Redirect("~" + visit.Page()) : Page();
    }
}
