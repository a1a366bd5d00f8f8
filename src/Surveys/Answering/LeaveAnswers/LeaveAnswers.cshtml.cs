// /s/{code}/later: the answers so far are kept; how to come back.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.LeaveAnswers;

[AllowAnonymous]
internal sealed class LeaveAnswersModel(SurveyDoor door) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>The address to type, without scheme: that of the messages, or where this page stands.</summary>
    public string Address =>
        (
            Uri.TryCreate(Visit.Survey.PublicAddress, UriKind.Absolute, out var known)
                ? known.Authority + known.AbsolutePath.TrimEnd('/')
                : $"{Request.Host}{Request.PathBase}"
        ) + "/s";

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
        return Page();
    }
}
