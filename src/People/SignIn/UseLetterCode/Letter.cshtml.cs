// Signing in with the personal code of a letter, where a module that prints such codes is there to know them.
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.People.SignIn.EnterCode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.SignIn.UseLetterCode;

[AllowAnonymous]
internal sealed class LetterModel(IEnumerable<ILetterCodes> codes, Attempts attempts, TenantSession session, Phrases phrases) : PageModel
{
    private const int MostForANetwork = 20;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Then { get; set; }

    public IActionResult OnGet() => codes.Any() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!codes.Any())
        {
            return NotFound();
        }
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), phrases["letter.empty"]);
            return Page();
        }
        if (!await attempts.TryAsync("letter-code", Attempts.NetworkOf(HttpContext.Connection.RemoteIpAddress), MostForANetwork, stop))
        {
            ModelState.AddModelError(nameof(Code), phrases["letter.too-many"]);
            return Page();
        }
        foreach (var letters in codes)
        {
            if (await letters.PersonForAsync(Code, stop) is { } person)
            {
                await session.BeginAsync(HttpContext, person, "code from a letter");
                return Redirect(Url.To(Then, CodeModel.Home));
            }
        }
        ModelState.AddModelError(nameof(Code), phrases["letter.unknown"]);
        return Page();
    }
}
