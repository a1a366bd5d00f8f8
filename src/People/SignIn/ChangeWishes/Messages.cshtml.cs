// A tenant says which kinds of message they take. Each change is a new line in the ledger.
using System.Security.Claims;
using Hearth.People.Public;
using Hearth.People.Register.RecordConsent;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.SignIn.ChangeWishes;

[TenantOnly]
internal sealed class MessagesModel(HearthDb db, RecordConsent record) : PageModel
{
    /// <summary>The kinds they take.</summary>
    [BindProperty]
    public List<string> Yes { get; set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Yes = [.. (await Wishes.OfAsync(db, Me, stop)).Where(wish => wish.May).Select(wish => wish.Kind.ToString())];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        foreach (var (kind, may) in await Wishes.OfAsync(db, Me, stop))
        {
            var now = Yes.Contains(kind.ToString());
            if (now != may && !await record.DoAsync(Me, kind, now, "Own page", stop))
            {
                return NotFound();
            }
        }
        return Redirect("/me?done=messages");
    }

    private Guid Me => Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);
}
