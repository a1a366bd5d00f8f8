// Several people share an e-mail address or a phone: the code has shown that it is one of them, now they say which.
using Hearth.DesignSystem.Public;
using Hearth.People.Register;
using Hearth.People.SignIn.EnterCode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hearth.People.SignIn.ChoosePerson;

[AllowAnonymous]
internal sealed class WhoModel(TenantSession session, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Person { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await ReadAsync(stop) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await ReadAsync(stop) is not { } asking)
        {
            return Redirect("/sign-in");
        }
        if (!People.Any(p => p.Value == Person))
        {
            ModelState.AddModelError(nameof(Person), phrases["who.none"]);
            return Page();
        }
        await session.BeginAsync(HttpContext, Guid.Parse(Person!), "one-time code, shared address");
        return Redirect(Url.To(asking.Then, CodeModel.Home));
    }

    private async Task<Asking?> ReadAsync(CancellationToken stop)
    {
        if (await TenantSession.HalfWayInAsync(HttpContext) is not { Proved: true } asking)
        {
            return null;
        }
        People = [.. (await session.AtAsync(asking.Address, stop)).Select(p => new SelectListItem(PersonWords.Name(p), p.Id.ToString()))];
        return asking;
    }
}
