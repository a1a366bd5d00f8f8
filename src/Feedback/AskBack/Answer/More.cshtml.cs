// /was-it-done/{code}/more: words and a wish to be rung, for those who want; the answer is counted already.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.AskBack.Answer;

[AllowAnonymous]
internal sealed class MoreModel(AnswerAskBack answers, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<string> RingMe { get; set; } = [];

    public AskedOf Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await ReadAsync(code, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        Words = Of.Asked.Words;
        RingMe = Of.Asked.RingMe ? ["true"] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await ReadAsync(code, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        if ((Words ?? "").ReplaceLineEndings("\n").Trim().Length > AskedBack.LongestWords)
        {
            ModelState.AddModelError(nameof(Words), phrases["done.more.too-long", ("most", AskedBack.LongestWords)]);
            return Page();
        }
        await answers.AddAsync(Of, Words, RingMe.Contains("true"), stop);
        return Redirect($"~/was-it-done/{Of.Asked.Code}/thanks");
    }

    private async Task<IActionResult?> ReadAsync(string code, CancellationToken stop)
    {
        if (await answers.FindAsync(code, stop) is not { } of)
        {
            return Redirect($"~/was-it-done?code={Uri.EscapeDataString(code)}");
        }
        Of = of;
        return of.Asked.Answer is null || !of.Open ? Redirect($"~/was-it-done/{of.Asked.Code}") : null;
    }
}
