// /insight/measures/{year}/approach/{stock}/facts: what only the landlord knows of its survey.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Approach.SayFacts;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class SayFactsModel(ApproachReader reader, KeepApproach keep, TimeProvider time) : PageModel
{
    [BindProperty]
    public StatementForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? Said { get; set; }

    public ReportingYear Year { get; private set; }

    public StockType Stock { get; private set; }

    public FieldFacts Facts { get; private set; } = null!;

    public SurveyStatement? Row { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string stock, CancellationToken stop)
    {
        if (!await FindAsync(year, stock, stop))
        {
            return NotFound();
        }
        (Form, Version) = (StatementForm.Of(Row), Row?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, string stock, CancellationToken stop)
    {
        if (!await FindAsync(year, stock, stop))
        {
            return NotFound();
        }
        foreach (var refusal in await keep.SayAsync(Year, Stock, Form, Version, stop))
        {
            ModelState.AddModelError(refusal.Field.Length == 0 ? "" : $"Form.{refusal.Field}", refusal.Words);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        Said = "Saved. The summary of approach says it.";
        return Redirect("~" + Year.Approach());
    }

    private async Task<bool> FindAsync(int year, string stock, CancellationToken stop)
    {
        Year = new(year);
        if (!ReportingYear.Known(time.Today()).Contains(Year) || PlacesOfYear.Stock(stock) is not { } of)
        {
            return false;
        }
        var found = (await reader.YearAsync(Year, stop)).FirstOrDefault(one => one.Facts.Stock == of);
        if (found.Facts is null)
        {
            return false;
        }
        (Stock, Facts, Row) = (of, found.Facts, found.Approach.Said);
        return true;
    }
}
