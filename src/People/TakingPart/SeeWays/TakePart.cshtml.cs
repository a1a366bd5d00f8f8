// The menu of ways, for anyone; for a signed-in tenant those that suit come first, and the others say why not yet.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.SeeWays;

[AllowAnonymous]
internal sealed class TakePartModel(HearthDb db, AskToTakePart ask, Phrases phrases) : PageModel
{
    public IReadOnlyList<Matched> Ways { get; private set; } = [];

    /// <summary>Ways they have asked for and wait to hear about, with the day.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> Asked { get; private set; } = new Dictionary<Guid, DateOnly>();

    public bool SignedIn { get; private set; }

    public bool HasSaidNeeds { get; private set; }

    [TempData]
    public string? Said { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var ways = await db.Set<WayToTakePart>().AsNoTracking().ToListAsync(stop);
        var person = await MeAsync() is { } id
            ? await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop)
            : null;
        SignedIn = person is not null;
        var needs = person is null
            ? null
            : await db.Set<PersonNeeds>().AsNoTracking().FirstOrDefaultAsync(n => n.PersonId == person.Id, stop);
        HasSaidNeeds = needs is not null;
        Ways = Matching.For(ways, needs, person?.Language ?? "en-GB");
        if (person is not null)
        {
            Asked = (await db.Set<Interest>().AsNoTracking().Where(i => i.PersonId == person.Id && i.AnsweredAt == null).ToListAsync(stop))
                .GroupBy(i => i.WayId)
                .ToDictionary(g => g.Key, g => g.Max(i => i.AnswerBy));
        }
    }

    public async Task<IActionResult> OnPostAskAsync(Guid way, CancellationToken stop)
    {
        if (await MeAsync() is not { } person)
        {
            return Redirect("~/sign-in?then=/take-part");
        }
        if (await ask.AskAsync(person, way, stop) is not { } by)
        {
            return NotFound();
        }
        Said = phrases["take.thanks", ("day", by)];
        return Redirect("~/take-part");
    }

    private async Task<Guid?> MeAsync() =>
        Guid.TryParse(
            (await HttpContext.AuthenticateAsync(SignInSchemes.Tenant)).Principal?.FindFirstValue(HearthClaims.Subject),
            out var id
        )
            ? id
            : null;
}
