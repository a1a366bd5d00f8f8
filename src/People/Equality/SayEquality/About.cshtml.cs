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
internal sealed class AboutModel(HearthDb db, EqualityAnswers answers, Phrases phrases) : PageModel
{
    /// <summary>Answer by question.</summary>
    public IReadOnlyDictionary<string, string> Said { get; private set; } = new Dictionary<string, string>();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await IsThereAsync(stop))
        {
            return NotFound();
        }
        Said = await answers.OfAsync(Me, stop) ?? Said;
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
        await answers.SaveAsync(
            Me,
            EqualityQuestions.All.ToDictionary(q => q.Key, q => (string?)Request.Form[q.Key].FirstOrDefault()),
            stop
        );
        Done = phrases["about.saved"];
        return Redirect("~/me/about");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stop)
    {
        await answers.SaveAsync(Me, new Dictionary<string, string?>(), stop);
        Done = phrases["about.gone"];
        return Redirect("~/me/about");
    }

    private Guid Me => Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);

    private Task<bool> IsThereAsync(CancellationToken stop) => db.Set<Person>().AnyAsync(p => p.Id == Me && p.ForgottenAt == null, stop);
}
