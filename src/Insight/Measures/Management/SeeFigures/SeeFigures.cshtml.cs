// /insight/measures/{year}/management: the fourteen management figures of a year, what is missing and what to look at again.
using Hearth.Insight.Measures.Management.ImportFigures;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Management.SeeFigures;

[StaffOnly]
internal sealed class SeeFiguresModel(FigureReader reader, TimeProvider time) : PageModel
{
    [TempData]
    public string? Said { get; set; }

    public YearOfFigures Figures { get; private set; } = null!;

    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public IReadOnlyList<Line> Asked { get; private set; } = [];

    public int Whole { get; private set; }

    public ReportingYear Year => Figures.Year;

    public bool MayWrite => User.MayWriteMeasures();

    public bool HasEnded => Year.HasEnded(time.Today());

    /// <summary>“Target 28 days”, “Target 24 hours, and others: …”.</summary>
    public string? Target(Line line) =>
        line.Measure.Target is { } unit && Figures[line] is { Applies: true, Target: { } target } counted
            ? $"Target {Words.Whole(target)} {unit.ToString().ToLowerInvariant()}{(counted.SeveralTargets ? $", and others: {counted.TargetsInWords}" : "")}"
            : null;

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop)
    {
        if (await reader.FindAsync(year, stop) is not { } figures)
        {
            return NotFound();
        }
        Figures = figures;
        Asked = [.. figures.Asked];
        Whole = figures.Whole.Count();
        Warnings = await reader.WarningsAsync(figures, stop);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(int year, CancellationToken stop) =>
        await reader.FindAsync(year, stop) is { } figures
            ? File(FiguresCsv.Write(figures), "text/csv; charset=utf-8", $"management-figures-{year - 1}-{year % 100:00}.csv")
            : NotFound();
}
