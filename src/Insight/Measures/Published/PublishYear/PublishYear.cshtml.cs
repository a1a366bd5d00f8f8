// /insight/measures/{year}/publish: what stands in the way, what readers would see, and what was published before.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Return;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Published.PublishYear;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class PublishYearModel(HearthDb db, YearToReportReader reader, PublishYear publish) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    [TempData]
    public string? Said { get; set; }

    public YearToReport Report { get; private set; } = null!;

    public ReportingYear Year => Report.Year;

    public IReadOnlyList<Check> Blocking { get; private set; } = [];

    public IReadOnlyList<Check> ToLookAt { get; private set; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Publication> Versions { get; private set; } = [];

    /// <summary>What readers see is what stands.</summary>
    public bool IsUpToDate { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop)
    {
        if (!await FindAsync(year, stop))
        {
            return NotFound();
        }
        Seen = Versions.Count == 0 ? 0 : Versions[0].Number;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken stop)
    {
        if (!await FindAsync(year, stop))
        {
            return NotFound();
        }
        foreach (var refusal in await publish.RunAsync(Report, Reason, Seen, stop))
        {
            ModelState.AddModelError(refusal.Field, refusal.Words);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        Said = Seen == 0 ? $"{Year.Name} is published." : $"The correction of {Year.Name} is published as version {Seen + 1}.";
        return Redirect("~" + Year.Publish());
    }

    private async Task<bool> FindAsync(int year, CancellationToken stop)
    {
        if (await reader.FindAsync(year, stop) is not { } report)
        {
            return false;
        }
        Report = report;
        Versions = await db.Set<Publication>()
            .AsNoTracking()
            .Where(publication => publication.YearEnding == year)
            .OrderByDescending(publication => publication.Number)
            .ToListAsync(stop);
        IsUpToDate = report.Last is { } last && Bodies.IsWhatStands(last, report);
        var checks = Checks.Of(report).Where(check => check.ForReaders).ToList();
        (Blocking, ToLookAt) = ([.. checks.Where(check => check.Blocks)], [.. checks.Where(check => !check.Blocks)]);
        return true;
    }
}
