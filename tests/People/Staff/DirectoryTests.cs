// Staff sign in by the landlord's own directory, over OpenID Connect; what cannot be believed opens nothing.
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Staff.Tests;

public sealed class DirectoryTests
{
    private const string NotChecked = "What the directory sent could not be checked.";
    private const string NoAccount = "You have no account here yet.";

    [Theory, BothDatabases]
    public async Task Whoever_is_invited_comes_in_by_the_directory_and_goes_where_they_were_going(DatabaseKind kind)
    {
        await using var place = await Place.OpenAsync(kind);
        var browser = place.Hearth.Anyone();

        var door = await browser.OpenAsync("/people/taking-part");
        Assert.Contains("Sign in with your Ousebridge account", door.Text, StringComparison.Ordinal);
        var page = await browser.OpenAsync(door.LinkTo("Sign in with your Ousebridge account"));

        Assert.Equal("/people/taking-part", page.Path);
        Assert.Equal("Who takes part", page.Heading);
        Assert.Equal(["directory"], await place.Hearth.AuditAsync("SignIn"));
        // the second time they are known by their number there, whatever their address is by then
        place.Directory.Email = "joe.hartnell@landlord.example";
        Assert.Equal("/officer", (await place.Hearth.Anyone().OpenAsync("/staff/directory")).Path);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("nonce")]
    [InlineData("expired")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("unsigned")]
    public async Task A_token_that_cannot_be_believed_opens_nothing(string lie)
    {
        await using var place = await Place.OpenAsync(DatabaseKind.Sqlite);
        var directory = place.Directory;
        switch (lie)
        {
            case "key":
                directory.WrongKey = true;
                break;
            case "nonce":
                directory.WrongNonce = true;
                break;
            case "expired":
                directory.Lasts = TimeSpan.FromMinutes(-3);
                break;
            case "audience":
                directory.Audience = "another-app";
                break;
            case "issuer":
                directory.Issuer = "https://elsewhere.example";
                break;
            default:
                directory.Unsigned = true;
                break;
        }
        var browser = place.Hearth.Anyone();

        var page = await browser.OpenAsync("/staff/directory");

        Assert.Contains(NotChecked, page.Text, StringComparison.Ordinal);
        Assert.Equal("/staff/sign-in", (await browser.OpenAsync("/officer")).Path.Split('?')[0]);
        Assert.Empty(await place.Hearth.AuditAsync("SignIn"));
    }

    [Theory, BothDatabases]
    public async Task Somebody_unknown_suspended_or_without_a_checked_address_is_told_so_and_kept_out(DatabaseKind kind)
    {
        await using var place = await Place.OpenAsync(kind);
        var directory = place.Directory;

        (directory.Subject, directory.Email) = ("u-2", "ann@elsewhere.example");
        await RefusedAsync(NoAccount);
        (directory.Email, directory.EmailVerified) = ("joe@landlord.example", false);
        await RefusedAsync("The directory gave us no checked e-mail address for you.");
        (directory.Subject, directory.EmailVerified) = ("u-1", null);
        Assert.Equal("/officer", (await place.Hearth.Anyone().OpenAsync("/staff/directory")).Path);
        // the address was given to another person since
        directory.Subject = "u-3";
        await RefusedAsync(NoAccount);
        directory.Subject = "u-1";
        await place.Hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            (await db.Set<StaffAccount>().FirstAsync(a => a.EmailKey == "joe@landlord.example")).SuspendedAt =
                place.Hearth.Clock.GetUtcNow();
            scope.GetRequiredService<AuditTrail>().Write("SuspendStaff", "staff account");
            await db.SaveChangesAsync();
        });
        await RefusedAsync("Your account here is suspended.");

        async Task RefusedAsync(string words) =>
            Assert.Contains(words, (await place.Hearth.Anyone().OpenAsync("/staff/directory")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Groups_of_the_directory_give_and_take_roles_and_may_make_an_account(DatabaseKind kind)
    {
        await using var place = await Place.OpenAsync(
            kind,
            ("Roles:housing-managers", "Manager"),
            ("Roles:engagement", "EngagementOfficer"),
            ("MakesAccounts", "true")
        );
        var directory = place.Directory;

        directory.Groups = ["everybody"];
        Assert.Contains("None of your groups", (await place.Hearth.Anyone().OpenAsync("/staff/directory")).Text, StringComparison.Ordinal);
        directory.Groups = ["everybody", "housing-managers"];
        Assert.Equal("/officer", (await place.Hearth.Anyone().OpenAsync("/staff/directory")).Path);
        Assert.Equal([Role.Manager], await RolesAsync("joe@landlord.example"));
        (directory.Subject, directory.Email, directory.Groups) = ("u-9", "new@landlord.example", ["engagement"]);
        Assert.Equal("/officer", (await place.Hearth.Anyone().OpenAsync("/staff/directory")).Path);
        Assert.Equal([Role.EngagementOfficer], await RolesAsync("new@landlord.example"));

        Task<IReadOnlyList<Role>> RolesAsync(string email) =>
            place.Hearth.InScopeAsync(async scope =>
                (await scope.GetRequiredService<HearthDb>().Set<StaffAccount>().FirstAsync(a => a.EmailKey == email)).Roles
            );
    }

    [Fact]
    public async Task A_state_that_is_not_this_browsers_a_code_used_twice_and_a_refusal_of_the_directory_open_nothing()
    {
        await using var place = await Place.OpenAsync(DatabaseKind.Sqlite);
        var hearth = place.Hearth;

        var stranger = await hearth.Anyone().OpenAsync("/staff/directory/back?code=x&state=y");
        Assert.Contains("begun in another window", stranger.Text, StringComparison.Ordinal);
        var browser = hearth.Anyone();
        browser.SetCookie(("hearth-directory", "not sealed by us"));
        Assert.Contains(
            "begun in another window",
            (await browser.OpenAsync("/staff/directory/back?code=x&state=y")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "begun in another window",
            (await browser.OpenAsync("/staff/directory/back?error=access_denied&state=z")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Keys_that_the_directory_has_rolled_are_read_anew_and_a_directory_that_is_down_is_said_to_be()
    {
        await using var place = await Place.OpenAsync(DatabaseKind.Sqlite);
        Assert.Equal("/officer", (await place.Hearth.Anyone().OpenAsync("/staff/directory")).Path);

        place.Directory.RollKeys();
        Assert.Equal("/officer", (await place.Hearth.Anyone().OpenAsync("/staff/directory")).Path);

        await using var other = await Place.OpenAsync(DatabaseKind.Sqlite);
        other.Directory.Down = true;
        Assert.Contains(
            "The directory does not answer.",
            (await other.Hearth.Anyone().OpenAsync("/staff/directory")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_no_directory_is_set_up_there_is_no_such_door()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await hearth.Anyone().OpenAsync("/staff/directory")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await hearth.Anyone().OpenAsync("/staff/directory/back?code=x&state=y")).Status);
        Assert.DoesNotContain("work account", (await hearth.Anyone().OpenAsync("/staff/sign-in")).Text, StringComparison.Ordinal);
    }

    /// <summary>A landlord with a directory, and one colleague invited.</summary>
    private sealed record Place(HearthApp Hearth, TestDirectory Directory) : IAsyncDisposable
    {
        public static async Task<Place> OpenAsync(DatabaseKind kind, params (string, string?)[] settings)
        {
            HearthApp? hearth = null;
            var directory = await TestDirectory.StartAsync(() => hearth!.Clock.GetUtcNow());
            hearth = await HearthApp.StartAsync(kind, directory.Settings(settings), listen: true);
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
            return new(hearth, directory);
        }

        public async ValueTask DisposeAsync()
        {
            await Hearth.DisposeAsync();
            await Directory.DisposeAsync();
        }
    }
}
