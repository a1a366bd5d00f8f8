// A tenant's own page: what came of what they said, how we reach them, what we may send.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.People.Import.Values;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.TakingPart;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn.OwnPage;

[TenantOnly]
internal sealed class MeModel(
    HearthDb db,
    TookPartOf tookPart,
    Audience audience,
    HousingOfficers officers,
    TenantLinkGroup group,
    ILandlord landlord,
    TimeProvider time,
    Phrases phrases
) : PageModel
{
    public DateOnly Today { get; } = time.Today();

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public string? PostalAddress { get; private set; }

    public string Way { get; private set; } = "";

    public string Language { get; private set; } = "";

    public bool DoNotContact { get; private set; }

    public IReadOnlyList<TookPart> TookPart { get; private set; } = [];

    /// <summary>What they have been promised, soonest first: the day and what.</summary>
    public IReadOnlyList<(DateOnly By, string What)> Next { get; private set; } = [];

    /// <summary>Roles they hold, with the first day.</summary>
    public IReadOnlyList<Involvement> Roles { get; private set; } = [];

    public bool InTenantLink { get; private set; }

    public IReadOnlyList<HousingOfficer> Officers { get; private set; } = [];

    /// <summary>Officers who acted for them, the latest first.</summary>
    public IReadOnlyList<OnBehalf.ActingFor> ActedFor { get; private set; } = [];

    /// <summary>Each kind of message, and whether we may send it.</summary>
    public IReadOnlyList<(MessageKind Kind, bool May)> Messages { get; private set; } = [];

    public LandlordLook Landlord => landlord.Current;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var id = Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop) is not { } person)
        {
            return NotFound();
        }
        var reached = (await audience.ForPeopleAsync([id], stop)).GetValueOrDefault(id);
        Name = PersonWords.Name(person);
        Email = person.Email;
        Phone = person.Phone is null ? null : PhoneNumber.Shown(person.Phone);
        PostalAddress = reached?.PostalAddress is { Length: > 0 } lines ? lines.Replace("\n", ", ", StringComparison.Ordinal) : null;
        Way = phrases[person.PrefersWay is { } chosen ? $"way.{chosen.ToString().ToLowerInvariant()}" : "way.unsaid"];
        Language = Languages.For(phrases, person.Language);
        DoNotContact = person.DoNotContact;
        ActedFor = await db.Set<OnBehalf.ActingFor>()
            .AsNoTracking()
            .Where(a => a.PersonId == id)
            .OrderByDescending(a => a.BeganAt)
            .Take(20)
            .ToListAsync(stop);
        Messages = await ChangeWishes.Wishes.OfAsync(db, id, stop);
        TookPart = await tookPart.PersonAsync(id, stop);
        Officers = await officers.OfPersonAsync(id, stop);
        InTenantLink = await group.HasAsync(id, stop);
        Roles = await db.Set<Involvement>()
            .AsNoTracking()
            .Where(i => i.PersonId == id && i.Role != TenantLinkGroup.Role && (i.Until == null || i.Until > Today))
            .OrderBy(i => i.Since)
            .ToListAsync(stop);
        var asked = await (
            from interest in db.Set<Interest>().AsNoTracking()
            where interest.PersonId == id && interest.AnsweredAt == null
            join way in db.Set<WayToTakePart>() on interest.WayId equals way.Id
            select new { interest.AnswerBy, way.Name }
        ).ToListAsync(stop);
        Next =
        [
            .. TookPart
                .Where(part => part.CameOfIt.Count == 0 && part.TellBy >= Today)
                .Select(part => (By: part.TellBy!.Value, What: phrases["me.next-told", ("title", part.Title)]))
                .Concat(asked.Select(x => (By: x.AnswerBy, What: phrases["me.next-way", ("way", x.Name)])))
                .OrderBy(next => next.By),
        ];
        return Page();
    }
}
