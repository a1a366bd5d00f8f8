// A tenant tells us about themselves, for fairness: every question may be left, and all of it can be taken back.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality.SayEquality;

[TenantOnly]
internal sealed class AboutModel(HearthDb db, EqualityAnswers answers, Phrases phrases, Actor actor) : PageModel
{
    public EqualitySaid Said { get; private set; } = EqualitySaid.Nothing;

    /// <summary>A colleague acts for them: what they said before is for their own eyes.</summary>
    public bool ForThem => actor.OnBehalfOf is not null;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await IsThereAsync(stop))
        {
            return NotFound();
        }
        Said = ForThem ? Said : await answers.OfAsync(Me, stop) ?? Said;
        // whoever uses the browser next must not find them in its store
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await IsThereAsync(stop))
        {
            return NotFound();
        }
        var said = EqualitySaid.From(key => Request.Form[key], ForThem ? ToldHow.ForThem : ToldHow.OwnHand, ForThem ? actor.Name : null);
        if (ForThem && said.Answers.Count == 0)
        {
            // an empty form is no wish to take back what the one who sends it cannot see
            Done = phrases["about.nothing"];
            return Redirect("~/me/about");
        }
        await answers.SaveAsync(Me, said, stop);
        Done = phrases["about.saved"];
        return Redirect("~/me/about");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stop)
    {
        await answers.SaveAsync(Me, EqualitySaid.Nothing, stop);
        Done = phrases["about.gone"];
        return Redirect("~/me/about");
    }

    private Guid Me => Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);

    private Task<bool> IsThereAsync(CancellationToken stop) => db.Set<Person>().AnyAsync(p => p.Id == Me && p.ForgottenAt == null, stop);
}
