// A session ends: when one signs out, wherever a copy of the cookie lies, and after its time, however busy one was.
using Hearth.People.Staff.Tests;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.SignIn.Tests;

public sealed class SessionTests
{
    [Theory, BothDatabases]
    public async Task A_copy_of_a_staff_cookie_opens_nothing_once_its_owner_has_signed_out(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, browser, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var thief = Copy(hearth, browser, "hearth-staff");

        await browser.SubmitAsync(await browser.OpenAsync("/staff"), button: "Sign out", form: "form[action='/sign-out']");
        hearth.Clock.Forward(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/staff/sign-in", (await thief.OpenAsync("/staff")).Path, StringComparison.Ordinal);
        Assert.Equal([null], await hearth.AuditAsync("SignOut"));
        Assert.Equal("/staff", (await colleague.SignInAsync("/staff")).Page.Path);
    }

    [Theory, BothDatabases]
    public async Task A_copy_of_a_tenants_cookie_opens_nothing_once_its_owner_has_signed_out(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        for (var time = 0; time < 2; time++)
        {
            var browser = await SignInAsync(hearth);
            var thief = Copy(hearth, browser, "hearth-tenant");
            hearth.Clock.Forward(TimeSpan.FromSeconds(61));
            Assert.Equal("/me", (await thief.OpenAsync("/me")).Path);

            await browser.SubmitAsync(await browser.OpenAsync("/me"), button: "Sign out");
            hearth.Clock.Forward(TimeSpan.FromSeconds(61));

            Assert.StartsWith("/sign-in", (await thief.OpenAsync("/me")).Path, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_staff_session_ends_after_twelve_hours_however_busy(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, browser, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);

        for (var hour = 1; hour < 12; hour++)
        {
            hearth.Clock.Forward(TimeSpan.FromHours(1));
            Assert.Equal("/staff", (await browser.OpenAsync("/staff")).Path);
        }
        hearth.Clock.Forward(TimeSpan.FromHours(1));

        Assert.StartsWith("/staff/sign-in", (await browser.OpenAsync("/staff")).Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_tenants_session_ends_after_two_hours_however_busy(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var browser = await SignInAsync(hearth);

        for (var quarter = 1; quarter < 8; quarter++)
        {
            hearth.Clock.Forward(TimeSpan.FromMinutes(15));
            Assert.Equal("/me", (await browser.OpenAsync("/me")).Path);
        }
        hearth.Clock.Forward(TimeSpan.FromMinutes(15));

        Assert.StartsWith("/sign-in", (await browser.OpenAsync("/me")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://tell.ousebridge.example", true)]
    [InlineData(null, false)]
    public async Task Where_everyone_comes_by_https_no_sign_in_cookie_goes_in_clear(string? address, bool secure)
    {
        await using var hearth = await HearthApp.StartAsync(
            DatabaseKind.Sqlite,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Hearth:PublicAddress"] = address }
        );
        var seen = new SeenCookies(((TestServer)hearth.Services.GetRequiredService<IServer>()).CreateHandler());

        await Tenants.AskAsync(new Browser(seen, new Uri("http://localhost")), "nobody@mail.example");

        var step = Assert.Single(seen.Cookies, cookie => cookie.StartsWith("hearth-tenant-step=", StringComparison.Ordinal));
        Assert.Equal(secure, step.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<Browser> SignInAsync(HearthApp hearth)
    {
        var browser = hearth.Anyone();
        var asked = await Tenants.AskAsync(browser, "kasia@mail.example");
        hearth.Clock.Forward(TimeSpan.FromSeconds(1));
        Assert.Equal("/me", (await browser.SubmitAsync(asked, new { Code = await Tenants.LastCodeAsync(hearth) })).Path);
        return browser;
    }

    private static Browser Copy(HearthApp hearth, Browser browser, string cookie)
    {
        var thief = hearth.Anyone();
        thief.SetCookie((cookie, browser.Cookies[cookie]));
        return thief;
    }

    private sealed class SeenCookies(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<string> Cookies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Cookies.AddRange(response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
            return response;
        }
    }
}
