// A tenant reads everything we hold about them, and takes it with them as a file.
using System.Security.Claims;
using Hearth.People.Register;
using Hearth.People.Register.ShowRecord;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn.OwnFile;

[TenantOnly]
internal sealed class OwnFileModel(HearthDb db, PersonFile file, AuditTrail audit) : PageModel
{
    public IReadOnlyList<FilePart> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await MeAsync(stop) is not { } me)
        {
            return NotFound();
        }
        Parts = await file.PartsAsync(me.Id, stop);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken stop)
    {
        if (await MeAsync(stop) is not { } me)
        {
            return NotFound();
        }
        var bytes = await file.MakeAsync(me.Id, PersonWords.Name(me), stop);
        audit.Write("DownloadOwnFile", "person", me.Id);
        await db.SaveChangesAsync(stop);
        Response.Headers.CacheControl = "no-store";
        return File(bytes, "application/zip", "everything-we-hold.zip");
    }

    private Task<Person?> MeAsync(CancellationToken stop)
    {
        var id = Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);
        return db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
    }
}
