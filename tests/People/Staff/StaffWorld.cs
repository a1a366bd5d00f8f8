// A member of staff in a test, with a phone, going through the doors as a person does.
using System.Text.RegularExpressions;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Staff.Tests;

internal sealed class Colleague(HearthApp hearth, string email, byte[] phone)
{
    public const string Password = "three brown kettles";

    public string Email => email;

    public byte[] Phone { get; set; } = phone;

    public string Code => Totp.CodeOf(Phone, Totp.StepAt(hearth.Clock.GetUtcNow()));

    /// <summary>Invites somebody, who follows the link, chooses a password and sets up a phone; the browser is signed in.</summary>
    public static async Task<(Colleague Colleague, Browser Browser, Page Codes)> ArriveAsync(
        HearthApp hearth,
        string email = "maya.desai@ousebridge.example",
        string name = "Maya Desai",
        params Role[] roles
    )
    {
        var path = await InviteAsync(hearth, email, name, roles);
        var browser = hearth.Anyone();
        var page = await browser.SubmitAsync(await browser.OpenAsync(path), new { Password });
        var colleague = new Colleague(hearth, email, KeyOn(page));
        var codes = await browser.SubmitAsync(page, new { colleague.Code });
        return (colleague, browser, codes);
    }

    public static async Task<string> InviteAsync(HearthApp hearth, string email, string name, params Role[] roles)
    {
        var created = await hearth.InScopeAsync(scope =>
            scope.GetRequiredService<StaffAccounts>().CreateAsync(email, name, roles.Length == 0 ? [Role.EngagementOfficer] : roles)
        );
        return created.WelcomePath!;
    }

    /// <summary>Signs in anew, by both steps, in a new half-minute so that the phone shows a new code.</summary>
    public async Task<(Browser Browser, Page Page)> SignInAsync(string? then = null)
    {
        hearth.Clock.Forward(TimeSpan.FromSeconds(30));
        var browser = hearth.Anyone();
        var step = await EnterPasswordAsync(browser, Password, then);
        return (browser, await browser.SubmitAsync(step, new { Code }));
    }

    public async Task<Page> EnterPasswordAsync(Browser browser, string password, string? then = null) =>
        await browser.SubmitAsync(
            await browser.OpenAsync("/staff/sign-in" + (then is null ? "" : "?then=" + Uri.EscapeDataString(then))),
            new { Email, Password = password }
        );

    /// <summary>Reads the key from the page as a person would type it into the app.</summary>
    public static byte[] KeyOn(Page page) => Totp.KeyFrom(Regex.Match(page.Text, "(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}").Value);
}
