// /surveys/{id}/files/{file}: one photograph or document, to be saved and never run or shown as a page. Who opened it is noted.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.Files.OpenFile;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class OpenFileModel(HearthDb db, KeepFile files, AuditTrail audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid file, CancellationToken stop)
    {
        var sent = await db.Set<SentFile>()
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == file && one.SurveyId == id && one.SentAt != null, stop);
        if (sent is null)
        {
            return NotFound();
        }
        audit.Write("OpenSentFile", "survey", id, sent.Id.ToString());
        await db.SaveChangesAsync(stop);
        // with a name it is an attachment; the house sends nosniff with everything
        Response.Headers.CacheControl = "no-store";
        return File(files.Open(sent), sent.MediaType, sent.Name);
    }
}
