// Signed in, but the page is for somebody else.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.Errors;

[AllowAnonymous]
internal sealed class NotAllowedModel : PageModel
{
    public ErrorPage Error { get; } = ErrorPage.Of(StatusCodes.Status403Forbidden);

    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
