// /was-it-done/{code}/thanks: what happens with the answer now.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.AskBack.Answer;

[AllowAnonymous]
internal sealed class ThankYouModel(AnswerAskBack answers) : PageModel
{
    public AskedOf Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await answers.FindAsync(code, stop) is not { } of)
        {
            return Redirect($"~/was-it-done?code={Uri.EscapeDataString(code)}");
        }
        Of = of;
        return of.Asked.Answer is null ? Redirect($"~/was-it-done/{of.Asked.Code}") : Page();
    }
}
