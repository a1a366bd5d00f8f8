// /insight/measures/{year}/management/{line}: the numbers of one figure.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Management.WriteFigure;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class WriteFigureModel(HearthDb db, FigureReader reader, KeepFigures keep) : PageModel
{
    [BindProperty]
    public Cells Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? Said { get; set; }

    public YearOfFigures Figures { get; private set; } = null!;

    public Line Line { get; private set; } = null!;

    public ManagementFigure? Row { get; private set; }

    public ReportingYear Year => Figures.Year;

    /// <summary>The working days the Complaint Handling Code gives for this stage.</summary>
    public int CodeDays => Line.Measure.Part == 1 ? 10 : 20;

    /// <summary>“Does this measure apply to you?” answered beforehand where there is no question.</summary>
    public string WhenNot =>
        Line.Measure.Code switch
        {
            "CH01" or "CH02" => $"It does not if you own no homes of this kind ({Line.Name(Line.Stock)})",
            "RP01" or "RP02" => "It does not if you own no low cost rental homes",
            "BS05" => "It does not if no home is in a building with a communal passenger lift",
            _ => "It does not if none of your homes needs this check",
        };

    public async Task<IActionResult> OnGetAsync(int year, string line, CancellationToken stop)
    {
        if (!await FindAsync(year, line, stop))
        {
            return NotFound();
        }
        (Form, Version) = (Cells.Of(Row?.Counted), Row?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, string line, CancellationToken stop)
    {
        if (!await FindAsync(year, line, stop))
        {
            return NotFound();
        }
        var (counted, refusals) = Form.Read(Line, strict: false);
        if (refusals.Count == 0)
        {
            refusals = [.. (await keep.RunAsync(Year, [new(Line, counted, Version)], stop)).Select(found => found.Refusal)];
        }
        return Done(refusals, $"{Line.Called} is saved: {Line.Say(counted)}.");
    }

    public async Task<IActionResult> OnPostOutAsync(int year, string line, CancellationToken stop)
    {
        if (!await FindAsync(year, line, stop))
        {
            return NotFound();
        }
        var refusals = await keep.TakeOutAsync(Year, Line, Version, stop);
        return Done([.. refusals.Select(found => found.Refusal)], $"The numbers of {Line.Called} are taken out.");
    }

    private IActionResult Done(IReadOnlyList<Refusal> refusals, string said)
    {
        foreach (var refusal in refusals)
        {
            ModelState.AddModelError(refusal.Field.Length == 0 ? "" : $"Form.{refusal.Field}", refusal.Words);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        Said = said;
        return Redirect("~" + Year.Address);
    }

    private async Task<bool> FindAsync(int year, string key, CancellationToken stop)
    {
        if (await reader.FindAsync(year, stop) is not { } figures || figures.Find(key) is not { } line)
        {
            return false;
        }
        (Figures, Line) = (figures, line);
        var (measure, part, stock) = (line.Measure.Code, line.Measure.Part ?? 0, line.Stock);
        Row = await db.Set<ManagementFigure>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.YearEnding == year && row.Measure == measure && row.Part == part && row.Stock == stock, stop);
        return true;
    }
}
