// How a person is reached: by what is held, what may be used, and what leaves this landlord's Hearth.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Register;

public sealed class ReachTests
{
    private const string Mobile = "+447700900982";
    private const string Landline = "+441632960001";
    private static readonly Dictionary<string, string?> Smtp = new(StringComparer.Ordinal)
    {
        ["Messaging:Smtp:Host"] = "mail.ousebridge.example",
    };

    [Theory, BothDatabases]
    public async Task Where_texts_do_not_leave_everybody_is_reached_another_way(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind, Smtp);
        await hearth.MoveInAsync(
            new NewTenant
            {
                Phone = Mobile,
                Email = "kasia@mail.example",
                Prefers = ContactWay.Text,
            },
            new NewTenant { Phone = Mobile, Prefers = ContactWay.Text },
            new NewTenant { Phone = Mobile }
        );

        var reached = await ReachedAsync(hearth);

        Assert.Equal([Channel.Email, Channel.Letter, Channel.Letter], reached.Select(r => r.BestChannel));
        Assert.All(reached, member => Assert.Null(member.Reach(Channel.Text)));
        Assert.All(reached, member => Assert.Equal(Mobile, member.Reach(Channel.Telephone)!.Address));
    }

    [Theory, BothDatabases]
    public async Task A_text_goes_to_a_mobile_and_never_to_a_landline(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            new NewTenant { Phone = Mobile, Prefers = ContactWay.Text },
            new NewTenant { Phone = Landline, Prefers = ContactWay.Text },
            new NewTenant { Phone = Landline, Prefers = ContactWay.Telephone }
        );

        var reached = await ReachedAsync(hearth);

        Assert.Equal([Channel.Text, Channel.Letter, Channel.Telephone], reached.Select(r => r.BestChannel));
        Assert.Null(reached[1].Reach(Channel.Text));
    }

    [Theory, BothDatabases]
    public async Task Whoever_asked_not_to_be_rung_is_written_to(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            new NewTenant
            {
                Phone = Landline,
                Prefers = ContactWay.Telephone,
                Refuses = [MessageKind.Calls],
            }
        );

        var reached = Assert.Single(await ReachedAsync(hearth));

        Assert.Equal(Channel.Letter, reached.BestChannel);
        Assert.Null(reached.Reach(Channel.Telephone));
    }

    [Theory, BothDatabases]
    public async Task Where_texts_do_not_leave_the_door_says_that_a_mobile_number_will_not_do(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind, Smtp);
        var browser = hearth.Anyone();

        var page = await browser.OpenAsync("/sign-in");
        var refused = await browser.SubmitAsync(page, new { Reach = "07700 900982" });
        var empty = await browser.SubmitAsync(page, new { Reach = "" });

        Assert.Contains("What is your e-mail address?", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mobile number", page.Text, StringComparison.Ordinal);
        Assert.Equal(["We cannot send texts. Enter your e-mail address, or sign in with the code in your letter"], refused.Errors);
        Assert.Equal(["Enter your e-mail address"], empty.Errors);
    }

    private static Task<IReadOnlyList<AudienceMember>> ReachedAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<Audience>().ListAsync(new AudienceFilter()));
}
