// One person's involvement over the years, what they asked for and what suits them.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.SeeRecord;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class RecordModel(HearthDb db, InvolvementRecord record, SeeWays.AskToTakePart ask) : PageModel, IShowsPeople
{
    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<RecordYear> Years { get; private set; } = [];

    public IReadOnlyList<(Interest Interest, string Way)> Asked { get; private set; } = [];

    public PersonNeeds? Needs { get; private set; }

    public IReadOnlyList<Matched> Ways { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    public IEnumerable<Guid> PeopleShown => [Id];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop) is not { } person)
        {
            return NotFound();
        }
        (Id, Name) = (id, PersonWords.Name(person));
        Years = await record.OfAsync(id, stop);
        var ways = await db.Set<WayToTakePart>().AsNoTracking().ToListAsync(stop);
        var names = ways.ToDictionary(w => w.Id, w => w.Name);
        Asked =
        [
            .. (await db.Set<Interest>().AsNoTracking().Where(i => i.PersonId == id).ToListAsync(stop))
                .OrderByDescending(i => i.AskedAt)
                .Select(i => (i, names.GetValueOrDefault(i.WayId, "A way since removed"))),
        ];
        Needs = await db.Set<PersonNeeds>().AsNoTracking().FirstOrDefaultAsync(n => n.PersonId == id, stop);
        Ways = Matching.For(ways, Needs, person.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAnsweredAsync(Guid id, Guid interest, CancellationToken stop)
    {
        if (!await ask.AnswerAsync(interest, stop))
        {
            return NotFound();
        }
        Said = "Noted: you have answered them.";
        return Redirect($"~/people/{id}/taking-part");
    }
}
