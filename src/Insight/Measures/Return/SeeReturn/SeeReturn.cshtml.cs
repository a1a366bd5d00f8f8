// /insight/measures/{year}/return: every check the return can fail, the rows as they would leave, and the file once nothing blocks it.
using System.Security.Cryptography;
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Return.SeeReturn;

[StaffOnly]
internal sealed class SeeReturnModel(YearToReportReader reader, HearthDb db, AuditTrail audit) : PageModel
{
    public YearToReport Report { get; private set; } = null!;

    public ReportingYear Year => Report.Year;

    public IReadOnlyList<Check> Blocking { get; private set; } = [];

    public IReadOnlyList<Check> ToLookAt { get; private set; } = [];

    public IReadOnlyList<ReturnRow> Rows { get; private set; } = [];

    public bool MayWrite => User.MayWriteMeasures();

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop) => await FindAsync(year, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken stop)
    {
        if (!MayWrite)
        {
            return Forbid();
        }
        if (!await FindAsync(year, stop))
        {
            return NotFound();
        }
        if (Blocking.Count > 0)
        {
            ModelState.AddModelError("", $"{Words.Count(Blocking.Count, "check", "checks")} must be put right before the file can leave");
            return Page();
        }
        var file = ReturnFile.Write(Rows);
        audit.Write(
            "MakeReturn",
            "return",
            detail: $"{Year.Name}: {Rows.Count} rows, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(file))}"
        );
        await db.SaveChangesAsync(stop);
        return File(file, "text/csv; charset=utf-8", ReturnFile.Name(Year));
    }

    private async Task<bool> FindAsync(int year, CancellationToken stop)
    {
        if (await reader.FindAsync(year, stop) is not { } report)
        {
            return false;
        }
        Report = report;
        var checks = Checks.Of(report);
        (Blocking, ToLookAt) = ([.. checks.Where(check => check.Blocks)], [.. checks.Where(check => !check.Blocks)]);
        Rows = ReturnFile.Rows(report);
        return true;
    }
}
