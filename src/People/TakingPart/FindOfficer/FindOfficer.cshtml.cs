// Who is my housing officer, and how do I reach them: by postcode, or for a signed-in tenant by where they live; and who speaks my language.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.People.Import.Values;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.FindOfficer;

[AllowAnonymous]
internal sealed class FindOfficerModel(HearthDb db, HousingOfficers officers, ILandlord landlord, Phrases phrases) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Postcode { get; set; }

    /// <summary>Tag of the language they would like to speak.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>Null until a postcode was asked for or a tenant is signed in.</summary>
    public IReadOnlyList<HousingOfficer>? Found { get; private set; }

    /// <summary>Colleagues who speak the language that was asked for, where the officer does not.</summary>
    public IReadOnlyList<HousingOfficer> Speakers { get; private set; } = [];

    /// <summary>The language's English name; null where English does.</summary>
    public string? Asked { get; private set; }

    public LandlordLook Landlord => landlord.Current;

    public IEnumerable<SelectListItem> AllLanguages => Languages.All.Select(l => new SelectListItem(Languages.For(phrases, l.Tag), l.Tag));

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(Postcode))
        {
            Found = await officers.AtAsync(Postcode[..Math.Min(Postcode.Length, 12)], stop);
        }
        else if (
            Guid.TryParse(
                (await HttpContext.AuthenticateAsync(SignInSchemes.Tenant)).Principal?.FindFirstValue(HearthClaims.Subject),
                out var me
            )
        )
        {
            Found = await officers.OfPersonAsync(me, stop);
            Language ??= await db.Set<Person>().Where(p => p.Id == me).Select(p => p.Language).FirstOrDefaultAsync(stop);
        }
        if (Languages.All.FirstOrDefault(l => l.Tag == Language) is { Name: { } name, Tag: not "en-GB" })
        {
            Asked = name;
            if (Found is null || !Found.Any(officer => officer.Speaks(name)))
            {
                Speakers = await officers.SpeakingAsync(name, stop);
            }
        }
    }
}
