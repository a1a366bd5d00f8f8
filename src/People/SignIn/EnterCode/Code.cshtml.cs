// Asks for the code we sent. The page is the same whether or not one went anywhere.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.SignIn.EnterCode;

[AllowAnonymous]
internal sealed class CodeModel(EnterCode enter, TenantSession session, Phrases phrases) : PageModel
{
    public const string Home = "/me";

    [BindProperty]
    public string? Code { get; set; }

    public bool ByText { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await TenantSession.HalfWayInAsync(HttpContext) is not { Proved: false } asking)
        {
            return Redirect("/sign-in");
        }
        ByText = asking.Address.Channel == Channel.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await TenantSession.HalfWayInAsync(HttpContext) is not { Proved: false } asking)
        {
            return Redirect("/sign-in");
        }
        ByText = asking.Address.Channel == Channel.Text;
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), phrases["code.empty"]);
            return Page();
        }
        var result = await enter.TryAsync(asking.CodeId, Code, stop);
        var people = result == CodeTry.Right ? await session.AtAsync(asking.Address, stop) : [];
        switch (result, people.Count)
        {
            case (CodeTry.Ended, _):
                ModelState.AddModelError(nameof(Code), phrases["code.ended"]);
                return Page();
            case (CodeTry.Right, 1):
                await session.BeginAsync(HttpContext, people[0].Id, "one-time code");
                return Redirect(Url.To(asking.Then, Home));
            case (CodeTry.Right, > 1):
                await TenantSession.HalfWayAsync(HttpContext, asking with { Proved = true });
                return Redirect("/sign-in/who");
            default:
                ModelState.AddModelError(nameof(Code), phrases["code.wrong"]);
                return Page();
        }
    }
}
