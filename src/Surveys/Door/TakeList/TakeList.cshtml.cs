// Puts a list onto this device, locked by a number that only the officer knows.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Door.TakeList;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class TakeListModel(HearthDb db, TakeDoorList take, WhatTheDeviceHolds device, Actor actor, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid ListId { get; set; }

    public Survey Survey { get; private set; } = null!;
    public DoorList List { get; private set; } = null!;

    /// <summary>False once a device has it, or it has run out.</summary>
    public bool CanBeTaken => List.OnDeviceAt is null && List.IsOut(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    /// <summary>The device asks for the list. A browser without scripts that presses the button comes back to the page.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (!Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
        {
            ModelState.AddModelError("", "This device cannot keep answers: its browser runs no scripts. Use another, or print paper forms");
            return Page();
        }
        return await take.HandToDeviceAsync(List, stop) is { } token
            ? new JsonResult(await device.ForAsync(List, token, stop), DoorJson.Options)
            : StatusCode(StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        var me = actor.Id;
        if (
            await db.Set<DoorList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == ListId && l.SurveyId == Id && l.TakenById == me, stop)
            is not { } list
        )
        {
            return false;
        }
        List = list;
        Survey = await db.Set<Survey>().AsNoTracking().FirstAsync(s => s.Id == Id, stop);
        return true;
    }
}
