// The page for a status, drawn in place of the one that was asked for. Nothing of what was sent is shown or kept.
using System.Diagnostics;
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.Errors;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    public ErrorPage Error { get; private set; } = ErrorPage.Of(404);

    // Whatever the method of the request that failed: the page reads nothing of it.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var status =
            RouteData.Values["status"] is string text && int.TryParse(text, out var number) && number is >= 400 and < 600 ? number : 404;
        Response.StatusCode = status;
        Error = HttpContext.Items.ContainsKey(NoteExpiredForm.Key)
            ? ErrorPage.Expired
            : ErrorPage.Of(status, Activity.Current?.TraceId.ToHexString()[..8]);
    }
}
