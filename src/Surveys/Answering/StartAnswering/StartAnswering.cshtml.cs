// /s/{code}: what the survey is, why, how long it takes and until when; the way in, or back in.
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.StartAnswering;

[AllowAnonymous]
internal sealed class StartAnsweringModel(SurveyDoor door) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>Where “Start” or “Carry on” leads.</summary>
    public string Next { get; private set; } = "";

    public int Minutes { get; private set; }
    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await door.FindAsync(code, stop) is not { } visit)
        {
            return this.UnknownCode(code);
        }
        if (visit.State != DoorState.Open)
        {
            return Redirect("~" + visit.Page("not-now"));
        }
        Visit = visit;
        var shown = visit.Shown;
        Question? next = Route.FirstUnseen(shown, visit.Sheet);
        Left = shown.Count(question => !visit.Sheet.HasSeen(question));
        Minutes = Route.Minutes(visit.Sheet.IsEmpty ? shown : shown.Where(question => !visit.Sheet.HasSeen(question)));
        Next = "~" + visit.Page(next?.Key ?? "check");
        return Page();
    }
}
