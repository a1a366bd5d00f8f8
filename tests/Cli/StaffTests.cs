// hearth staff: the first administrator comes in by the printed link.
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Cli.Tests;

public sealed class StaffTests
{
    [Theory, BothDatabases]
    public async Task The_printed_link_opens_the_page_where_a_password_is_chosen(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind);

        var added = await landlord.RunAsync(
            "staff",
            "add",
            "--email",
            "Maya@Ousebridge.example",
            "--name",
            "Maya Desai",
            "--role",
            "administrator",
            "--role",
            "Manager",
            "--format",
            "json"
        );
        var twice = await landlord.RunAsync(
            "staff",
            "add",
            "--email",
            "maya@ousebridge.example",
            "--name",
            "Maya Desai",
            "--role",
            "Manager"
        );
        var nobody = await landlord.RunAsync("staff", "link", "--email", "nobody@ousebridge.example");
        var list = await landlord.RunAsync("staff", "list");

        Assert.True(added.Code == 0, added.ToString());
        Assert.Equal(
            ["Maya Desai | Maya@Ousebridge.example | Administrator,Manager | "],
            await landlord.Database.RowsAsync("SELECT \"Name\", \"Email\", \"RoleList\", \"PasswordHash\" FROM people_staff_account")
        );
        var link = added.Json.GetProperty("link").GetString()!;
        Assert.StartsWith("https://tell.ousebridge.example/staff/welcome/", link);
        Assert.Equal((1, ""), (twice.Code, twice.Out));
        Assert.Contains("is already there", twice.Error);
        Assert.Equal((1, ""), (nobody.Code, nobody.Out));
        Assert.Equal("Maya Desai <Maya@Ousebridge.example>: Administrator, Manager; no password yet", list.Out.Trim());
        Assert.DoesNotContain(
            "staff/welcome/",
            string.Join('\n', await landlord.Database.RowsAsync("SELECT \"Action\", \"Detail\" FROM storage_audit"))
        );

        await using var served = new Served(landlord);
        await served.StartAsync();
        var welcome = await served.Anyone().OpenAsync(new Uri(link).AbsolutePath);
        Assert.Equal(System.Net.HttpStatusCode.OK, welcome.Status);
        Assert.NotEmpty(welcome.All("input[type=password]"));

        var renewed = await landlord.RunAsync("staff", "link", "--email", "maya@ousebridge.example", "--format", "json");
        Assert.Empty((await served.Anyone().OpenAsync(new Uri(link).AbsolutePath)).All("input[type=password]"));
        Assert.NotEmpty(
            (await served.Anyone().OpenAsync(new Uri(renewed.Json.GetProperty("link").GetString()!).AbsolutePath)).All(
                "input[type=password]"
            )
        );
        Assert.Equal(0, await served.StopAsync());
    }

    [Fact]
    public async Task A_role_that_is_none_and_an_address_that_is_none_are_named()
    {
        await using var landlord = await Landlord.CreateAsync(DatabaseKind.Sqlite);

        var role = await landlord.RunAsync("staff", "add", "--email", "a@b.example", "--name", "Ann Bee", "--role", "King");
        var email = await landlord.RunAsync("staff", "add", "--email", "a b", "--name", "Ann Bee", "--role", "Manager");

        Assert.Equal((2, ""), (role.Code, role.Out));
        Assert.Contains(
            "There is no role King. There are: Administrator, EngagementOfficer, HousingOfficer, Manager, Councillor.",
            role.Error
        );
        Assert.Equal((1, ""), (email.Code, email.Out));
        Assert.Contains("a b is not an e-mail address", email.Error);
        Assert.Equal(0, await landlord.Database.CountAsync("people_staff_account"));
    }
}
