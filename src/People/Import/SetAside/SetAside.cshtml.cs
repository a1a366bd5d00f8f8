// The rows that need a person's eye, as a file: line, reason, and the row as it stood.
using System.Text;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Stored;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.SetAside;

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class SetAsideModel(HearthDb db, AuditTrail audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string kind, CancellationToken stop)
    {
        if (!await db.Set<ImportRun>().AnyAsync(r => r.Id == id, stop))
        {
            return NotFound();
        }
        // the rows hold personal data: that they left is written down
        audit.Write("DownloadSetAside", "import", id, kind);
        await db.SaveChangesAsync(stop);

        var remark = kind == "set-aside" ? RemarkKind.SetAside : RemarkKind.LeftOut;
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename={kind}.csv";
        Response.Headers.CacheControl = "no-store";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync("Line,Reason,Row as it stood in the file\r\n".AsMemory(), stop);
        var remarks = db.Set<ImportRemark>()
            .AsNoTracking()
            .Where(r => r.RunId == id && r.Kind == remark)
            .OrderBy(r => r.Line)
            .ThenBy(r => r.Id);
        await foreach (var row in remarks.AsAsyncEnumerable().WithCancellation(stop))
        {
            var line = row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await writer.WriteAsync((CsvText.SafeLine([line, row.Reason, row.Original]) + "\r\n").AsMemory(), stop);
        }
        await writer.FlushAsync(stop);
        return new EmptyResult();
    }
}
