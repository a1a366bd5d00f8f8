// A person who came with a code, and never signs in, tells us about themselves. The page shows nothing of what was said before: a letter passes through other hands.
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality.SayByLink;

[AllowAnonymous]
internal sealed class AboutYouModel(HearthDb db, EqualityAnswers answers, AboutYou aboutYou, Phrases phrases) : PageModel
{
    [FromRoute]
    public string Link { get; set; } = "";

    public string Back { get; private set; } = "/";

    /// <summary>What came of it, said instead of the questions.</summary>
    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        if (await WhoAsync(stop) is null)
        {
            Done = phrases["about.late"];
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await WhoAsync(stop) is not { } person)
        {
            return Again(phrases["about.late"]);
        }
        var said = EqualitySaid.From(key => Request.Form[key]);
        if (said.Answers.Count == 0)
        {
            // an empty form is no wish to take back what the one who sends it cannot see
            return Again(phrases["about.nothing"]);
        }
        await answers.SaveAsync(person, said, stop);
        return Again(phrases["about.saved"]);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stop)
    {
        if (await WhoAsync(stop) is not { } person)
        {
            return Again(phrases["about.late"]);
        }
        await answers.SaveAsync(person, EqualitySaid.Nothing, stop);
        return Again(phrases["about.gone"]);
    }

    private RedirectResult Again(string done)
    {
        Done = done;
        return Redirect("~/about-you/" + Link);
    }

    private async Task<Guid?> WhoAsync(CancellationToken stop)
    {
        if (aboutYou.Open(Link) is not { } known)
        {
            return null;
        }
        Back = known.Back;
        return await db.Set<Person>().AnyAsync(p => p.Id == known.Person && p.ForgottenAt == null, stop) ? known.Person : null;
    }
}
