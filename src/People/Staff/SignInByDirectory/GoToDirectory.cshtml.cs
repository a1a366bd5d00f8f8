// Sends a member of staff to the landlord's directory.
using System.Text.Json;
using Hearth.DesignSystem.Public;
using Hearth.People.SignIn;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.Staff.SignInByDirectory;

[AllowAnonymous]
[InEnglish("the door of staff")]
internal sealed class GoToDirectoryModel(Directory directory, PublicAddress address, IDataProtectionProvider protection, Attempts attempts)
    : PageModel
{
    public const string Cookie = "hearth-directory";
    public const string Seal = "Hearth.Staff.Directory";

    public async Task<IActionResult> OnGetAsync(string? then, CancellationToken stop)
    {
        if (!directory.Options.On)
        {
            return NotFound();
        }
        if (!await attempts.TryAsync("staff-directory", Attempts.NetworkOf(HttpContext.Connection.RemoteIpAddress), 120, stop))
        {
            return Redirect("~/staff/sign-in?directory=busy");
        }
        try
        {
            var (url, carried) = await directory.SendAsync(Back(address, Request), Url.To(then, "/officer"), stop);
            Response.Cookies.Append(
                Cookie,
                protection.CreateProtector(Seal).Protect(JsonSerializer.Serialize(carried)),
                new CookieOptions
                {
                    HttpOnly = true,
                    // it comes back from another site
                    SameSite = SameSiteMode.Lax,
                    Secure = Request.IsHttps,
                    MaxAge = TimeSpan.FromMinutes(10),
                    Path = "/staff",
                    IsEssential = true,
                }
            );
            return Redirect(url);
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException)
        {
            return Redirect("~/staff/sign-in?directory=away");
        }
    }

    public static string Back(PublicAddress address, HttpRequest request) => address.Of(request) + "/staff/directory/back";
}
