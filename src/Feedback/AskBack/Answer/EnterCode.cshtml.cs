// /was-it-done: type the code from a letter.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.AskBack.Answer;

[AllowAnonymous]
internal sealed class EnterCodeModel(AnswerAskBack answers, Phrases phrases) : PageModel
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
            ModelState.AddModelError(nameof(Code), phrases["done.code.empty"]);
            return Page();
        }
        if (await answers.FindAsync(Code, stop) is { } of)
        {
            return Redirect($"~/was-it-done/{of.Asked.Code}");
        }
        ModelState.AddModelError(nameof(Code), phrases["done.code.unknown"]);
        return Page();
    }
}
