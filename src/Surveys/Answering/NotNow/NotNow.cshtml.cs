// /s/{code}/not-now: the survey is not open yet, has closed, or the home has answered. Kind words and a way on, never a dead end.
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.NotNow;

[AllowAnonymous]
internal sealed class NotNowModel(SurveyDoor door) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    public string Heading =>
        Visit.State switch
        {
            DoorState.Answered => "Somebody in your home has already answered",
            DoorState.NotYet => $"This survey opens on {Visit.Survey.OpensOn.Spoken()}",
            _ => "This survey has closed",
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
