// /s: type the code from a letter, text or e-mail.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.EnterCode;

[AllowAnonymous]
internal sealed class EnterCodeModel(SurveyDoor door) : PageModel
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
            return NotKnown();
        }
        return Code is null ? Page() : await LookAsync(stop);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => LookAsync(stop);

    private async Task<IActionResult> LookAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Enter your code");
            return Page();
        }
        if (await door.FindAsync(Code, stop) is { } visit)
        {
            return Redirect("~" + visit.Page());
        }
        return NotKnown();
    }

    private PageResult NotKnown()
    {
        ModelState.AddModelError(nameof(Code), "We do not know that code. Check it and try again. If you have tried many times, wait 10 minutes first");
        return Page();
    }
}
