// Takes in the file of a device that could not send: any officer may bring it, and it is told line by line what became of it.
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Door.HandIn;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[RequestSizeLimit(LargestFile)]
internal sealed class HandInModel(HearthDb db, IServiceScopeFactory scopes, AuditTrail audit) : PageModel
{
    private const int LargestFile = 8 * 1024 * 1024;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public Survey Survey { get; private set; } = null!;

    /// <summary>What became of each; null before a file came.</summary>
    public IReadOnlyList<DoorReceipt>? Receipts { get; private set; }

    public string TakenBy { get; private set; } = "";

    public int Count(string state) => Receipts!.Count(receipt => receipt.State == state);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), "Choose the file that the device made");
            return Page();
        }
        if (await ReadAsync(Upload, stop) is not { } file)
        {
            ModelState.AddModelError(
                nameof(Upload),
                "This is not a file from the page for the doors. Choose the one whose name ends in .hearth-door.json"
            );
            return Page();
        }
        var list = await db.Set<DoorList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == file.List, stop);
        if (list is null)
        {
            ModelState.AddModelError(nameof(Upload), "No list of this landlord’s goes with this file");
            return Page();
        }
        if (list.SurveyId != Id)
        {
            var title = await db.Set<Survey>().Where(s => s.Id == list.SurveyId).Select(s => s.Title).FirstAsync(stop);
            ModelState.AddModelError(nameof(Upload), $"This file belongs to another survey: {title}. Hand it in there");
            return Page();
        }
        audit.Write("HandInDoorFile", "survey", Id, $"{file.Things!.Count} things, list of {list.TakenBy}");
        await db.SaveChangesAsync(stop);
        // what is inside was written by the officer of the list: it is taken in in their name, in a scope of its own
        await using var scope = scopes.CreateAsyncScope();
        Receipts = await scope.ServiceProvider.GetRequiredService<TakeInFromDoors>().RunAsync(list, file.Things!, stop);
        TakenBy = list.TakenBy;
        return Page();
    }

    private static async Task<DoorFile?> ReadAsync(IFormFile upload, CancellationToken stop)
    {
        try
        {
            await using var stream = upload.OpenReadStream();
            var file = await JsonSerializer.DeserializeAsync<DoorFile>(stream, DoorJson.Options, stop);
            return
                file is { Hearth: DoorFile.Kind, Things.Count: > 0 and <= TakeInFromDoors.MostAtOnce }
                && file.Things.TrueForAll(thing => thing is not null)
                ? file
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        return true;
    }
}
