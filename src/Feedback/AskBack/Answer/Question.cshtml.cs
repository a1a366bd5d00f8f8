// /was-it-done/{code}: one question, counted as soon as it is answered.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Replies.Translations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.AskBack.Answer;

[AllowAnonymous]
internal sealed class QuestionModel(AnswerAskBack answers, TranslatedReplies translated, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Answer { get; set; }

    public AskedOf Of { get; private set; } = null!;

    /// <summary>In the language of the page, or in English.</summary>
    public ReplyWords Reply { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await answers.FindAsync(code, stop) is not { } of)
        {
            return Redirect($"~/was-it-done?code={Uri.EscapeDataString(code)}");
        }
        await ShowAsync(of, stop);
        Answer = of.Asked.Answer?.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await answers.FindAsync(code, stop) is not { } of)
        {
            return Redirect($"~/was-it-done?code={Uri.EscapeDataString(code)}");
        }
        await ShowAsync(of, stop);
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

    private async Task ShowAsync(AskedOf of, CancellationToken stop)
    {
        Of = of;
        Reply = (await translated.WithAsync(of.Answering, stop)).WordsIn(phrases.Language);
    }
}
