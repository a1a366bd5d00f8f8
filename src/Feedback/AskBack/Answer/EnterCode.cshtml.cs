// /was-it-done: type the code from a letter.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.AskBack.Answer;

[AllowAnonymous]
internal sealed class EnterCodeModel(AnswerAskBack answers) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        Code is null ? Task.FromResult<IActionResult>(Page()) : LookAsync(stop);

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => LookAsync(stop);

    private async Task<IActionResult> LookAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Enter your code");
            return Page();
        }
        if (await answers.FindAsync(Code, stop) is { } of)
        {
            return Redirect($"~/was-it-done/{of.Asked.Code}");
        }
        ModelState.AddModelError(nameof(Code), "We do not know that code. Check it and try again");
        return Page();
    }
}
