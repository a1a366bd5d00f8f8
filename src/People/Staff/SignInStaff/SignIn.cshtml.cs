// Staff sign-in: e-mail address and password; in a demo, a button for each of its people.
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.People.SignIn;
using Hearth.People.Staff.SignInByDirectory;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.SignInStaff;

[AllowAnonymous]
[InEnglish("colleagues")]
internal sealed class SignInModel(SignInStaff door, StaffSession session, HearthDb db, DemoMode demo, DirectoryOptions directory)
    : PageModel
{
    public const string Home = "/officer";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Then { get; set; }

    /// <summary>The landlord's directory, where one is set up.</summary>
    public string? DirectoryName => directory.On ? directory.Name : null;

    /// <summary>Why the directory could not be asked; null where it was not tried.</summary>
    public string? DirectoryAway =>
        Request.Query["directory"].ToString() switch
        {
            "away" => "The directory does not answer. Try again in a minute, or sign in with your password.",
            "busy" => "Too many tries from your network. Wait 15 minutes and try again.",
            _ => null,
        };

    public IReadOnlyList<StaffAccount> DemoPeople { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => await ReadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), "Enter your e-mail address");
        }
        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), "Enter your password");
        }
        if (!ModelState.IsValid)
        {
            return await AgainAsync(stop);
        }
        var network = Attempts.NetworkOf(HttpContext.Connection.RemoteIpAddress);
        var first = await door.TryAsync(Email!, Password!, network, stop);
        if (first.Account is not { } account)
        {
            ModelState.AddModelError(
                nameof(Email),
                first.TooManyTries
                    ? "You have tried too many times. Wait 15 minutes and try again"
                    : "The e-mail address or the password is not right. Check both and try again"
            );
            return await AgainAsync(stop);
        }
        await StaffSession.HalfWayAsync(HttpContext, account, Then);
        return Redirect(account.SecondStepSetAt is null ? "/staff/second-step/set-up" : "/staff/second-step");
    }

    public async Task<IActionResult> OnPostDemoAsync(Guid person, CancellationToken stop)
    {
        if (!demo.On)
        {
            return NotFound();
        }
        var account = await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.Id == person && a.Demo && a.SuspendedAt == null, stop);
        if (account is null)
        {
            return NotFound();
        }
        await session.BeginAsync(HttpContext, account, "demo");
        return Redirect(Url.To(Then, Home));
    }

    private async Task<IActionResult> AgainAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        return Page();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        if (demo.On)
        {
            DemoPeople = await db.Set<StaffAccount>()
                .AsNoTracking()
                .Where(a => a.Demo && a.SuspendedAt == null)
                .OrderBy(a => a.Id)
                .ToListAsync(stop);
        }
    }
}
