// The form for time a person gave.
using System.Globalization;
using Hearth.DesignSystem.Public.Forms;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.NoteTime;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class TimeModel(HearthDb db, NoteTime note, TimeProvider time) : PageModel, IShowsPeople
{
    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    [BindProperty]
    public DateParts On { get; set; } = new();

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? What { get; set; }

    public IEnumerable<Guid> PeopleShown => [Id];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        On = DateParts.Of(time.Today());
        return await FindAsync(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (On.Read("the day", out var day) is { } wrong)
        {
            ModelState.AddModelError(nameof(On), wrong);
        }
        if (
            !decimal.TryParse(
                Hours,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out var hours
            )
            || hours > 1000
        )
        {
            ModelState.AddModelError(nameof(Hours), "Enter the hours as a number, like 2 or 1.5");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var minutes = (int)Math.Round(hours * 60, MidpointRounding.AwayFromZero);
        if (await note.DoAsync(id, day, minutes, What ?? "", stop) is not { } refusal)
        {
            return Redirect($"~/people/{id}/taking-part");
        }
        var (field, words) = refusal switch
        {
            TimeRefusal.NoTime => (nameof(Hours), "Enter the hours they gave, like 2 or 1.5"),
            TimeRefusal.TooLong => (nameof(Hours), "The time must be 24 hours or less. Note each day apart"),
            TimeRefusal.InTheFuture => (nameof(On), "The day must be today or in the past"),
            TimeRefusal.NoWhat => (nameof(What), "Enter what they gave the time to"),
            TimeRefusal.WhatTooLong => (nameof(What), $"What they gave the time to must be {TimeGiven.LongestWhat} characters or fewer"),
            _ => ("", "This person is no longer in the register"),
        };
        ModelState.AddModelError(field, words);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
        (Id, Name) = (id, person is null ? "" : PersonWords.Name(person));
        return person is not null;
    }
}
