// Everything every module holds on a person: on a page, and as a file to give them.
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.ShowRecord;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class ShowRecordModel(HearthDb db, IEnumerable<IPersonalData> modules, PersonFile file, AuditTrail audit, TimeProvider time)
    : PageModel,
        IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => [Guid.Parse((string)RouteData.Values["id"]!)];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public string Name { get; private set; } = "";

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public IReadOnlyList<HeldItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        audit.Write("DownloadRecord", "person", id);
        await db.SaveChangesAsync(stop);
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                person = Name,
                asOf = Now.InLondon().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
                held = Items.Select(i => new
                {
                    what = i.What,
                    value = i.Value,
                    since = i.Since?.UtcDateTime,
                }),
            },
            Readable
        );
        return File(json, "application/json", $"record-{id:N}.json");
    }

    public async Task<IActionResult> OnGetZipAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        var bytes = await file.MakeAsync(id, Name, stop);
        audit.Write("DownloadRecord", "person", id, "as a ZIP");
        await db.SaveChangesAsync(stop);
        return File(bytes, "application/zip", PersonFile.NameOf(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } person)
        {
            return false;
        }
        Name = PersonWords.Name(person);
        var items = new List<HeldItem>();
        // the register first: it says who the person is
        foreach (var module in modules.OrderBy(m => m is PeoplePersonalData ? 0 : 1))
        {
            items.AddRange(await module.HeldOnAsync(id, stop));
        }
        Items = items;
        return true;
    }
}
