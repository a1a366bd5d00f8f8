// /insight/measures/{year}: a reporting year from its survey to its return, and what comes next.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Return;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.SeeYear;

[StaffOnly]
internal sealed class SeeYearModel(YearToReportReader reader) : PageModel
{
    public YearToReport Report { get; private set; } = null!;

    public ReportingYear Year => Report.Year;

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    /// <summary>The first step that somebody can take now; null where there is none.</summary>
    public Step? Next => Steps.FirstOrDefault(step => step is { Done: false, Waits: false, InField: false });

    public bool MayWrite => User.MayWriteMeasures();

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop)
    {
        if (await reader.FindAsync(year, stop) is not { } report)
        {
            return NotFound();
        }
        Report = report;
        Steps = [.. SeeYear.Steps.Of(report)];
        return Page();
    }
}
