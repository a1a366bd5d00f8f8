// Somebody comes back from the directory: what they bring is held against what they took along, and only then believed.
using System.Security.Cryptography;
using System.Text.Json;
using Hearth.DesignSystem.Public;
using Hearth.People.SignIn;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Hearth.People.Staff.SignInByDirectory;

[AllowAnonymous]
[InEnglish("the door of staff")]
internal sealed partial class BackFromDirectoryModel(
    Directory directory,
    SignInByDirectory find,
    StaffSession session,
    PublicAddress address,
    IDataProtectionProvider protection,
    TimeProvider time,
    ILogger<BackFromDirectoryModel> log
) : PageModel
{
    /// <summary>What to say; empty while somebody is let in.</summary>
    public string Why { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? code, string? state, string? error, CancellationToken stop)
    {
        if (!directory.Options.On)
        {
            return NotFound();
        }
        var carried = Carried();
        Response.Cookies.Delete(GoToDirectoryModel.Cookie, new CookieOptions { Path = "/staff" });
        if (carried is null || carried.Until < time.GetUtcNow() || !Directory.Same(state, carried.State))
        {
            return Refuse("It took too long, or it was begun in another window. Try again.");
        }
        if (error is not null || string.IsNullOrEmpty(code))
        {
            return Refuse("The directory did not let you in. Try again, or ask your IT team.");
        }
        SaidByDirectory said;
        try
        {
            said = await directory.ReceiveAsync(code, GoToDirectoryModel.Back(address, Request), carried, stop);
        }
        catch (Exception failure)
            when (failure is DirectoryRefused or SecurityTokenException or HttpRequestException or InvalidOperationException or IOException)
        {
            NotBelieved(log, failure.Message);
            return Refuse("What the directory sent could not be checked. Try again. If it happens again, tell your IT team.");
        }
        var (account, refusal) = await find.FindAsync(said, stop);
        if (account is null)
        {
            return Refuse(
                refusal switch
                {
                    DirectoryRefusal.NoEmail => "The directory gave us no checked e-mail address for you. Ask your IT team.",
                    DirectoryRefusal.Suspended => "Your account here is suspended. Ask whoever looks after Hearth in your office.",
                    DirectoryRefusal.NoRole => "None of your groups in the directory gives you a role here. Ask your IT team.",
                    _ => "You have no account here yet. Ask whoever looks after Hearth in your office to invite you.",
                }
            );
        }
        await session.BeginAsync(HttpContext, account, "directory");
        return Redirect(Url.To(carried.Then, "/officer"));
    }

    private PageResult Refuse(string why)
    {
        Why = why;
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    private AtTheDirectory? Carried()
    {
        try
        {
            return Request.Cookies[GoToDirectoryModel.Cookie] is { } cookie
                ? JsonSerializer.Deserialize<AtTheDirectory>(protection.CreateProtector(GoToDirectoryModel.Seal).Unprotect(cookie))
                : null;
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "A sign-in by the directory was refused: {Why}")]
    private static partial void NotBelieved(ILogger log, string why);
}
