// /feedback/{id}/languages/{code}: the English of an answer and its translation side by side.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hearth.Feedback.Replies.Translations.Translate;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class TranslateModel(
    TranslateReply translate,
    TranslatedReplies translated,
    LanguagesOfReply languages,
    ReplyFinder replies
) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Text { get; set; } = [];

    /// <summary>Fingerprint of the English that each text was typed beside.</summary>
    [BindProperty]
    public Dictionary<string, string?> From { get; set; } = [];

    [BindProperty]
    public bool IsChecked { get; set; }

    [TempData]
    public string? Flash { get; set; }

    public Answering Answering { get; private set; } = null!;

    public TranslatedReply Texts { get; private set; } = null!;

    public string Language { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, string code, CancellationToken stop) =>
        await ReadAsync(id, code, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string code, CancellationToken stop)
    {
        if (!await ReadAsync(id, code, stop))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        // English that changed while the page was open: what was typed belongs to the words before
        var changed = Texts.Parts.Where(part => From.TryGetValue(part.Key, out var seen) && seen != part.Fingerprint).ToList();
        var typed = Texts
            .Parts.Where(part => Text.ContainsKey(part.Key))
            .Except(changed)
            .Select(part => (part, Text[part.Key] ?? ""))
            .ToList();
        var saved = await translate.DoAsync(id, Texts.Language, typed, IsChecked, stop);
        ModelState.Refuse(saved.Refusals, "");
        foreach (var part in changed)
        {
            ModelState.AddModelError(
                $"Text[{part.Key}]",
                $"The English of ‘{part.What}’ changed while you had this open. Look at the translation again"
            );
        }
        if (!ModelState.IsValid)
        {
            await ReadAsync(id, code, stop);
            return Page();
        }
        Flash = saved.Changed == 0 ? "Nothing was changed." : $"{InWords.Count(saved.Changed, "text is", "texts are")} saved.";
        return Redirect($"~/feedback/{id}/languages/{code}");
    }

    /// <summary>What stands in a field: what was just typed, else what is kept.</summary>
    public string Typed(Part part) => Text.TryGetValue(part.Key, out var typed) ? typed ?? "" : Texts.TextOf(part);

    public static string IdOf(Part part) => TagBuilder.CreateSanitizedId($"Text[{part.Key}]", "_");

    public IReadOnlyList<string> ErrorsOf(Part part) =>
        ModelState.TryGetValue($"Text[{part.Key}]", out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    private async Task<bool> ReadAsync(Guid id, string code, CancellationToken stop)
    {
        if (languages.Find(code) is not { } language || await replies.FindAsync(id, stop) is not { } answering)
        {
            return false;
        }
        (Answering, Language) = (answering, LanguagesOfReply.NameOf(language.Code));
        Texts = (await translated.OfAsync(answering.Reply, [language], stop))[0];
        return true;
    }
}
