// /was-it-done/{code}: one question, counted as soon as it is answered.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.AskBack.Answer;

[AllowAnonymous]
internal sealed class QuestionModel(AnswerAskBack answers, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Answer { get; set; }

    public AskedOf Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await answers.FindAsync(code, stop) is not { } of)
        {
            return Redirect($"~/was-it-done?code={Uri.EscapeDataString(code)}");
        }
        Of = of;
        Answer = of.Asked.Answer?.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await answers.FindAsync(code, stop) is not { } of)
        {
            return Redirect($"~/was-it-done?code={Uri.EscapeDataString(code)}");
        }
        Of = of;
        if (!of.Open)
        {
            return Page();
        }
        if (!Enum.TryParse<WasDone>(Answer, out var answer) || !Enum.IsDefined(answer))
        {
            ModelState.AddModelError(nameof(Answer), phrases["done.choose"]);
            return Page();
        }
        await answers.SayAsync(of, answer, stop);
        return Redirect($"~/was-it-done/{of.Asked.Code}/more");
    }
}
