// /insight/measures/{year}/management/import: a file is looked at first, then taken. Until then it stays with the officer.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Management.ImportFigures;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class ImportFiguresModel(FigureReader reader, ImportFigures import) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The file again, as it goes from the preview to the taking; read anew, whatever comes.</summary>
    [BindProperty]
    public string? Again { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    [TempData]
    public string? Said { get; set; }

    public YearOfFigures Figures { get; private set; } = null!;

    public FilePreview? Preview { get; private set; }

    public IReadOnlyList<Warning> NewWarnings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop) => await FindAsync(year, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken stop)
    {
        if (!await FindAsync(year, stop))
        {
            return NotFound();
        }
        using var memory = new MemoryStream();
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a CSV file");
        }
        else if (Upload.Length > ImportFigures.Largest)
        {
            ModelState.AddModelError(nameof(Upload), "The file must be smaller than 1 MB");
        }
        else
        {
            await Upload.CopyToAsync(memory, stop);
            await LookAsync(memory.ToArray(), stop);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(int year, CancellationToken stop)
    {
        if (!await FindAsync(year, stop))
        {
            return NotFound();
        }
        var file = new byte[Again?.Length ?? 0];
        if (!Convert.TryFromBase64String(Again ?? "", file, out var length) || length == 0)
        {
            ModelState.AddModelError(nameof(Upload), "Choose the file again");
            return Page();
        }
        var seen = Stamp;
        await LookAsync(file[..length], stop);
        if (Preview is null)
        {
            return Page();
        }
        if (Preview.Stamp != seen || (await import.TakeAsync(Preview, stop)).Count > 0)
        {
            await LookAsync(file[..length], stop);
            ModelState.AddModelError("", new ChangedMeanwhile().Words);
            return Page();
        }
        Said = $"{Words.Count(Preview.Changes.Count, "figure is", "figures are")} taken from the file.";
        return Redirect("~" + Figures.Year.Address);
    }

    /// <summary>Shows what the file would change, or why nothing of it is taken.</summary>
    private async Task LookAsync(byte[] file, CancellationToken stop)
    {
        var read = await import.ReadAsync(Figures.Year, file, stop);
        foreach (var wrong in read.Wrong)
        {
            ModelState.AddModelError(nameof(Upload), wrong);
        }
        Preview = read.Wrong.Count == 0 ? read : null;
        if (Preview is null)
        {
            return;
        }
        var stood = await reader.WarningsAsync(Preview.Before, stop);
        NewWarnings = [.. (await reader.WarningsAsync(Preview.Would, stop)).Except(stood)];
        ModelState.Remove(nameof(Again));
        ModelState.Remove(nameof(Stamp));
        (Again, Stamp) = (Convert.ToBase64String(file), Preview.Stamp);
    }

    private async Task<bool> FindAsync(int year, CancellationToken stop)
    {
        if (await reader.FindAsync(year, stop) is not { } figures)
        {
            return false;
        }
        Figures = figures;
        return true;
    }
}
