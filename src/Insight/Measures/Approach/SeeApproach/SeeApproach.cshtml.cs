// /insight/measures/{year}/approach: the summary of approach, made from the field, with what is missing and what has changed.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Approach.SeeApproach;

[StaffOnly]
internal sealed class SeeApproachModel(ApproachReader reader, TimeProvider time) : PageModel
{
    [TempData]
    public string? Said { get; set; }

    public ReportingYear Year { get; private set; }

    public IReadOnlyList<(FieldFacts Facts, Approach Approach)> Stocks { get; private set; } = [];

    public int Missing => Stocks.Sum(stock => stock.Approach.Wanting.Count());

    public int Stale => Stocks.Sum(stock => stock.Approach.Stale.Count());

    public int Whole => Stocks.Sum(stock => stock.Approach.Items.Count) - Missing;

    public bool MayWrite => User.MayWriteMeasures();

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop)
    {
        Year = new(year);
        if (!ReportingYear.Known(time.Today()).Contains(Year))
        {
            return NotFound();
        }
        Stocks = await reader.YearAsync(Year, stop);
        return Page();
    }
}
