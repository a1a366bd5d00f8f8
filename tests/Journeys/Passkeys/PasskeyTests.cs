// A passkey, made and used in Chromium with its own virtual authenticator: by a tenant who wants one, and by a member of staff.
using Hearth.Journeys.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Passkeys;

public sealed class PasskeyTests(Chromium chromium)
{
    [Theory, BothDatabases]
    public async Task A_tenant_makes_a_passkey_signs_in_with_it_and_takes_it_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind, listen: true);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0].PersonId;
        await using var visitor = await chromium.VisitorAsync(hearth);
        var page = visitor.Page;
        // keys are tied to a name; an address of numbers has none
        var origin = hearth.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var phone = await AuthenticatorAsync(page);
        await SignedInAsync(page, hearth.Tenant(kasia), origin);

        await page.GotoAsync($"{origin}/me/passkeys");
        await page.GetByLabel("A name for it").FillAsync("My phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your passkey is ready.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("My phone").First).ToBeVisibleAsync();

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{origin}/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hello Kasia Nowak" })).ToBeVisibleAsync();
        Assert.Contains("passkey", await hearth.AuditAsync("SignIn"));

        // a tenant's key does not open the door of staff
        await page.GotoAsync($"{origin}/staff/sign-in/passkey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("That passkey does not open this door.")).ToBeVisibleAsync();

        // nor does it open anything once it is taken away, though the phone still holds it
        await page.GotoAsync($"{origin}/me/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take away" }).ClickAsync();
        await Assertions.Expect(page.GetByText("That passkey no longer opens your page.")).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{origin}/sign-in/passkey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("That passkey does not open this door.")).ToBeVisibleAsync();

        // whoever holds the phone and is not its owner is not let in
        await phone.SendAsync("WebAuthn.disable");
    }

    [Fact]
    public async Task A_member_of_staff_signs_in_with_a_passkey_in_place_of_password_and_code()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite, listen: true);
        var admin = hearth.Staff(Role.Administrator);
        await admin.SubmitAsync(
            await admin.OpenAsync("/staff/invite"),
            new
            {
                Name = "Joe Hartnell",
                Email = "joe@landlord.example",
                Roles = "EngagementOfficer",
            }
        );
        var id = Guid.Parse((await admin.OpenAsync("/staff")).LinkTo("Change Joe Hartnell").Split('/')[^1]);
        await using var visitor = await chromium.VisitorAsync(hearth);
        var page = visitor.Page;
        var origin = hearth.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await AuthenticatorAsync(page);
        await SignedInAsync(page, hearth.Staff(name: "Joe Hartnell", id: id), origin);

        await page.GotoAsync($"{origin}/staff/passkeys");
        await page.GetByLabel("A name for it").FillAsync("Work laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your passkey is ready.")).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{origin}/people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "People", Exact = true })).ToBeVisibleAsync();
    }

    private static async Task<ICDPSession> AuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        return session;
    }

    private static Task SignedInAsync(IPage page, Browser signedIn, string origin) =>
        page.Context.AddCookiesAsync([
            .. signedIn.Cookies.Select(c => new Cookie
            {
                Name = c.Key,
                Value = c.Value,
                Url = origin,
            }),
        ]);
}
