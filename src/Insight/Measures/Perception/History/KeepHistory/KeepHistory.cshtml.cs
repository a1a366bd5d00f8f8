// /insight/measures/history: the landlord's own STAR figures, typed or from a file.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Perception.History.KeepHistory;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class KeepHistoryModel(EarlierReader reader, KeepEarlier keep) : PageModel
{
    private const int LargestFile = 1_000_000;

    [BindProperty]
    public TypedFigure Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    [TempData]
    public string? Said { get; set; }

    public IReadOnlyList<(Indicator Indicator, IReadOnlyList<EarlierFigure> Years)> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Figures = await reader.ByIndicatorAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        await DoneAsync(
            await keep.AddAsync(Form, stop),
            () => $"{Indicator.Find(Form.Indicator)!.Name} of {Form.Year!.Trim()} is added.",
            "Form.",
            stop
        );

    public async Task<IActionResult> OnPostImportAsync(CancellationToken stop)
    {
        byte[]? file = null;
        if (Sheet is { Length: > 0 and <= LargestFile } given)
        {
            using var memory = new MemoryStream();
            await given.CopyToAsync(memory, stop);
            file = memory.ToArray();
        }
        var (taken, refusals) = await keep.ImportAsync(file, stop);
        return await DoneAsync(refusals, () => $"{Words.Count(taken, "figure is", "figures are")} added.", "", stop);
    }

    public async Task<IActionResult> OnPostOutAsync(Guid id, CancellationToken stop)
    {
        var row = await keep.TakeOutAsync(id, stop);
        Said = row is null ? "It was taken out before." : $"{Indicator.Find(row.Indicator)!.Name} of {row.Year} is taken out.";
        return Redirect("~" + AddressOf.History);
    }

    private async Task<IActionResult> DoneAsync(
        IReadOnlyList<HistoryRefusal> refusals,
        Func<string> said,
        string prefix,
        CancellationToken stop
    )
    {
        if (refusals.Count == 0)
        {
            Said = said();
            return Redirect("~" + AddressOf.History);
        }
        foreach (var refusal in refusals)
        {
            ModelState.AddModelError(prefix + refusal.Field, refusal.Words);
        }
        Figures = await reader.ByIndicatorAsync(stop);
        return Page();
    }
}
