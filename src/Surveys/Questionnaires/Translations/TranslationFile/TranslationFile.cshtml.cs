// /surveys/{id}/languages/{code}/file: a table out for a translator, and in again.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.Translations.TranslationFile;

/// <summary>What a file held.</summary>
internal sealed record SheetReading(int Taken, int Empty, int Outdated, IReadOnlyList<string> Unknown);

[StaffOnly(Role.EngagementOfficer)]
internal sealed class TranslationFileModel(HearthDb db, Translations translations) : PageModel
{
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    [BindProperty]
    public bool IsChecked { get; set; }

    public Survey Survey { get; private set; } = null!;
    public TranslatedSurvey Texts { get; private set; } = null!;
    public SheetReading? Reading { get; private set; }

    private IReadOnlyList<Part> parts = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string code, CancellationToken stop) =>
        await FindAsync(id, code, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(Guid id, string code, CancellationToken stop) =>
        await FindAsync(id, code, stop)
            ? File(
                TranslationSheet.Csv(TranslationSheet.Rows(parts, Texts)),
                "text/csv; charset=utf-8",
                $"translation-{Texts.Tongue.Code}.csv"
            )
            : NotFound();

    public async Task<IActionResult> OnGetExcelAsync(Guid id, string code, CancellationToken stop) =>
        await FindAsync(id, code, stop)
            ? File(
                Workbook.Write(TranslationSheet.Rows(parts, Texts).Prepend(TranslationSheet.Headings)),
                ExcelType,
                $"translation-{Texts.Tongue.Code}.xlsx"
            )
            : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string code, CancellationToken stop)
    {
        if (!await FindAsync(id, code, stop))
        {
            return NotFound();
        }
        using var memory = new MemoryStream();
        if (Sheet is { Length: <= TranslationSheet.Largest })
        {
            await Sheet.CopyToAsync(memory, stop);
        }
        var read = Sheet is { Length: > TranslationSheet.Largest } ? new SheetTooLarge() : TranslationSheet.Read(memory.ToArray());
        if (read.Refused)
        {
            ModelState.AddModelError(nameof(Sheet), read.Refusals[0].Words);
            return Page();
        }
        var byKey = parts.ToDictionary(part => part.Key, StringComparer.Ordinal);
        var known = read.Made!.Where(row => byKey.ContainsKey(row.Part)).DistinctBy(row => row.Part).ToList();
        var filled = known.Where(row => !string.IsNullOrWhiteSpace(row.Text)).ToList();
        // a text made from other English says so by the fingerprint of what it was made from
        var texts = filled.Select(row => (Part: byKey[row.Part] with { Source = FromWhat(row, byKey[row.Part]) }, row.Text)).ToList();
        var saved = await translations.WriteAsync(Survey, Texts.Tongue.Code, texts, IsChecked, stop);
        if (saved.Refused)
        {
            ModelState.AddModelError(nameof(Sheet), saved.Refusals[0].Words);
            return Page();
        }
        Reading = new(
            filled.Count,
            known.Count - filled.Count,
            texts.Count(text => text.Part.Source != byKey[text.Part.Key].Source),
            [.. read.Made!.Where(row => !byKey.ContainsKey(row.Part) && row.Part.Length > 0).Select(row => row.Part)]
        );
        await FindAsync(id, code, stop);
        return Page();
    }

    private static string FromWhat(SheetText row, Part part) =>
        row.Source.Length == 0 || row.Source.ReplaceLineEndings("\n").Trim() == part.Source.ReplaceLineEndings("\n").Trim()
            ? part.Source
            : row.Source;

    private async Task<bool> FindAsync(Guid id, string code, CancellationToken stop)
    {
        if (
            await Questionnaire.LoadAsync(db, id, stop) is not { Survey.IsWorkingCopy: false } questionnaire
            || await translations.InAsync(questionnaire.Survey, code, stop) is not { } texts
        )
        {
            return false;
        }
        (Survey, Texts) = (questionnaire.Survey, texts);
        parts = Parts.Of(Survey, questionnaire.Questions);
        return true;
    }
}
