// An officer hands in the housing system's export; below it, the imports so far.
using System.Text.Json;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Running;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Upload;

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
[RequestSizeLimit(LargestFile + 64 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestFile + 64 * 1024)]
internal sealed class UploadModel(HearthDb db, ImportDesk desk) : PageModel
{
    /// <summary>Twenty times the export of a landlord of 60,000 homes.</summary>
    public const long LargestFile = 200L * 1024 * 1024;

    [BindProperty]
    public IFormFile? Export { get; set; }

    public IReadOnlyList<(ImportRun Run, ImportCounts? Counts)> Runs { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => ListAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Export is null || Export.Length == 0)
        {
            ModelState.AddModelError(nameof(Export), Export is null ? "Choose a CSV or Excel file" : "The file is empty");
        }
        else
        {
            try
            {
                await using var content = Export.OpenReadStream();
                var id = await desk.HandInAsync(content, Export.FileName, stop);
                return Redirect($"~/people/import/{id}/columns");
            }
            catch (UnreadableFileException unreadable)
            {
                ModelState.AddModelError(nameof(Export), unreadable.Message);
            }
        }
        await ListAsync(stop);
        return Page();
    }

    private async Task ListAsync(CancellationToken stop) =>
        Runs = [
            .. (
                await db.Set<ImportRun>()
                    .AsNoTracking()
                    .Where(r => r.State != ImportState.Abandoned)
                    .OrderByDescending(r => r.StartedAt)
                    .Take(20)
                    .ToListAsync(stop)
            ).Select(r => (r, r.Counts is null ? null : JsonSerializer.Deserialize<ImportCounts>(r.Counts))),
        ];
}
