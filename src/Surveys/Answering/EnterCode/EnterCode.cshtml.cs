// /s: type the code from a letter, text or e-mail.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.EnterCode;

[AllowAnonymous]
internal sealed class EnterCodeModel(SurveyDoor door, CodeGuesses guesses, Phrases phrases) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <param name="unknown">A code that opened nothing at another address.</param>
    /// <param name="stop">The request.</param>
    public async Task<IActionResult> OnGetAsync(string? unknown, CancellationToken stop)
    {
        if (unknown is not null)
        {
            Code = unknown;
            return await NotKnownAsync(stop);
        }
        return Code is null ? Page() : await LookAsync(stop);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => LookAsync(stop);

    private async Task<IActionResult> LookAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), phrases["survey.code.empty"]);
            return Page();
        }
        if (await door.FindAsync(Code, stop) is { } visit)
        {
            return Redirect("~" + visit.Page());
        }
        return await NotKnownAsync(stop);
    }

    private async Task<PageResult> NotKnownAsync(CancellationToken stop)
    {
        if (await guesses.TooManyAsync(stop))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError(nameof(Code), phrases["survey.code.too-many"]);
            return Page();
        }
        ModelState.AddModelError(nameof(Code), phrases["survey.code.unknown"]);
        return Page();
    }
}
