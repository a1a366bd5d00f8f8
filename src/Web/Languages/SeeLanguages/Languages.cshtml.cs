// The page where an administrator sees how far each language is, takes a file to translate, and says who has checked it.
using System.Globalization;
using System.Text;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.Languages.SeeLanguages;

[StaffOnly(Role.Administrator)]
internal sealed class LanguagesModel(PhraseBook book, LanguagesInDatabase languages, HearthDb db, Settings settings, TimeProvider time)
    : PageModel
{
    private const int LongestName = 100;

    [BindProperty]
    public string? Checker { get; set; }

    public IReadOnlyList<LanguageState> States => book.States;

    public IReadOnlyList<string> Problems => book.Problems;

    public bool IsOffered(Language language) => languages.Offered.Contains(language);

    public bool IsChecked(Language language) => languages.IsChecked(language);

    /// <summary>“Ola Nowak, 22 November 2026”, for the words as they are now.</summary>
    public string? Checked(Language language) =>
        languages.Stored.Checked.TryGetValue(language.Code, out var said)
            ? $"{said.Name}, {said.On.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}{(said.Words == languages.MarkOf(language) ? "" : ". Words have changed since")}"
        : IsChecked(language) && !language.IsEnglish ? "As its files say"
        : null;

    /// <summary>A file to translate: all phrases, with what there is.</summary>
    public IActionResult OnGetFile(string code)
    {
        if (book.Find(code) is not { } language || language.Code != code)
        {
            return NotFound();
        }
        return File(Encoding.UTF8.GetBytes(TranslationFile.Of(book, language)), "text/x-gettext-translation; charset=utf-8", $"{code}.po");
    }

    /// <summary>The same for a language that is not there yet.</summary>
    public IActionResult OnGetNew() =>
        File(Encoding.UTF8.GetBytes(TranslationFile.Of(book, null)), "text/x-gettext-translation; charset=utf-8", "new-language.po");

    public async Task<IActionResult> OnPostCheckedAsync(string code, CancellationToken stop)
    {
        if (book.Find(code) is not { IsEnglish: false } language)
        {
            return NotFound();
        }
        var name = (Checker ?? "").Trim();
        if (name.Length is 0 or > LongestName)
        {
            ModelState.AddModelError($"Checker-{language.Code}", "Enter the name of the person who checked it");
            return Page();
        }
        var marks = new Dictionary<string, CheckedBy>(languages.Stored.Checked)
        {
            [language.Code] = new(name, time.Today(), languages.MarkOf(language)),
        };
        return await SaveAsync(languages.Stored with { Checked = marks }, stop);
    }

    public Task<IActionResult> OnPostUncheckedAsync(string code, CancellationToken stop) =>
        SaveAsync(languages.Stored with { Checked = languages.Stored.Checked.Where(pair => pair.Key != code).ToDictionary() }, stop);

    public Task<IActionResult> OnPostHideAsync(string code, CancellationToken stop) =>
        SaveAsync(languages.Stored with { Hidden = [.. languages.Stored.Hidden.Append(code).Distinct().Take(100)] }, stop);

    public Task<IActionResult> OnPostOfferAsync(string code, CancellationToken stop) =>
        SaveAsync(languages.Stored with { Hidden = [.. languages.Stored.Hidden.Where(hidden => hidden != code)] }, stop);

    private async Task<IActionResult> SaveAsync(LanguageSettings changed, CancellationToken stop)
    {
        await settings.SetAsync(LanguageSettings.Key, changed, stop);
        await db.SaveChangesAsync(stop);
        languages.Take(changed);
        return Redirect("~/settings/languages?done=yes");
    }
}
