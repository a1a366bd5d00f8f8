// /surveys/{id}/sample/frame.csv: every home that could be drawn, by its tenancy reference, with its group, lot and part. Who took it away is noted.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.FrameFile;

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class FrameFileModel(HearthDb db, AuditTrail audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(s => s.SurveyId == id && !s.Census, stop) is not { } sample)
        {
            return NotFound();
        }
        var homes = await db.Set<FrameHome>()
            .AsNoTracking()
            .Where(home => home.SurveyId == id)
            .OrderBy(home => home.Place)
            .ToListAsync(stop);
        audit.Write("DownloadFrame", "survey", id, $"{homes.Count} homes");
        await db.SaveChangesAsync(stop);
        return File(Write(sample, homes), "text/csv; charset=utf-8", "frame.csv");
    }

    // only what the sample was spread over: the rest would be more about each home than anybody needs to draw again
    private static byte[] Write(Sample sample, IReadOnlyList<FrameHome> homes)
    {
        var sheet = new CsvSheet();
        sheet.Cell("home");
        foreach (var by in sample.By)
        {
            sheet.Cell(by.Column());
        }
        sheet.Cell("lot").Cell("part").End();
        foreach (var home in homes)
        {
            sheet.Cell(home.Reference);
            foreach (var by in sample.By)
            {
                sheet.Cell(home.Of(by));
            }
            sheet.Cell(home.Place + 1).Cell(home.Replicate?.ToString(CultureInfo.InvariantCulture) ?? "").End();
        }
        return sheet.Bytes();
    }
}
