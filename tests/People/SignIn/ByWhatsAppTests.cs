// WhatsApp is for people who chose it: on their own page, in their language, until they answer “stop”; and never for whom it could harm.
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.SignIn;

public sealed class ByWhatsAppTests
{
    private const string Secret = "the secret of the app";
    private static readonly Dictionary<string, string?> Signed = new(StringComparer.Ordinal) { ["Messaging:WhatsApp:AppSecret"] = Secret };

    [Theory, BothDatabases]
    public async Task Who_chooses_whatsapp_on_their_own_page_is_reached_by_it_and_nobody_else_is(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind, Signed);
        var moved = await hearth.MoveInAsync(
            new NewTenant { Phone = "+447700900123", Email = "kasia@tenant.example" },
            new NewTenant { Phone = "+447700900124", Email = "other@tenant.example" }
        );
        var tenant = hearth.Tenant(moved[0].PersonId);
        var polish = await tenant.OpenAsync("/me/contact?lang=pl");
        Assert.Contains("Wiadomość na telefon. Odpowiedz KONIEC, a przestaniemy.", polish.Text, StringComparison.Ordinal);

        await tenant.SubmitAsync(await tenant.OpenAsync("/me/contact?lang=en"), new { Way = "WhatsApp" }, "Save");

        Assert.Contains("WhatsApp", (await tenant.OpenAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Equal((Channel.WhatsApp, "+447700900123"), await ReachedAsync(hearth, moved[0].PersonId));
        Assert.Equal((Channel.Email, "other@tenant.example"), await ReachedAsync(hearth, moved[1].PersonId));
        Assert.Null(await ByWhatsAppAsync(hearth, moved[1].PersonId));
    }

    [Theory, BothDatabases]
    public async Task Stop_in_any_of_three_languages_takes_the_choice_back_and_what_waits_does_not_go(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind, Signed);
        foreach (var (number, word) in new[] { ("447700900121", "STOP"), ("447700900122", "Koniec."), ("447700900123", "بند") })
        {
            var moved = await hearth.MoveInAsync(
                new NewTenant
                {
                    Phone = "+" + number,
                    Email = $"t{number}@tenant.example",
                    Prefers = ContactWay.WhatsApp,
                }
            );
            var person = moved[0].PersonId;
            Assert.Equal(Channel.WhatsApp, (await ReachedAsync(hearth, person)).Channel);
            await hearth.InScopeAsync(scope =>
            {
                scope
                    .GetRequiredService<Outbox>()
                    .Add(new("k" + number, "survey-reminder", null, new(person, "Kasia Nowak", "+" + number), Channel.WhatsApp, "s", "w"));
                return scope.GetRequiredService<HearthDb>().SaveChangesAsync();
            });

            Assert.Equal(HttpStatusCode.OK, await SayAsync(hearth, number, "Thank you, " + word));
            Assert.Equal(Channel.WhatsApp, (await ReachedAsync(hearth, person)).Channel);
            Assert.Equal(HttpStatusCode.OK, await SayAsync(hearth, number, word));
            Assert.Equal(HttpStatusCode.OK, await SayAsync(hearth, number, word));

            Assert.Equal(Channel.Email, (await ReachedAsync(hearth, person)).Channel);
            var board = await hearth.Staff().OpenAsync("/messages?Channel=WhatsApp&Status=Failed");
            Assert.Contains("They asked to get no more this way", board.Text, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Whoever_may_get_no_texts_gets_no_whatsapp_and_the_page_says_so(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind, Signed);
        var moved = await hearth.MoveInAsync(
            new NewTenant
            {
                Phone = "+447700900123",
                Email = "kasia@tenant.example",
                Prefers = ContactWay.WhatsApp,
            }
        );
        var officer = hearth.Staff();
        var page = await officer.OpenAsync($"/people/{moved[0].PersonId}/safe");
        Assert.Contains("Text message or WhatsApp", page.Text, StringComparison.Ordinal);

        var done = await officer.SubmitAsync(page, new { Never = "Text" }, "Save");

        Assert.Contains("Never by text message or WhatsApp", done.Text, StringComparison.Ordinal);
        Assert.Equal((Channel.Email, "kasia@tenant.example"), await ReachedAsync(hearth, moved[0].PersonId));
        Assert.Null(await ByWhatsAppAsync(hearth, moved[0].PersonId));
    }

    [Fact]
    public async Task Where_nothing_is_sent_by_whatsapp_nobody_can_choose_it()
    {
        await using var hearth = await HearthApp.StartAsync(
            DatabaseKind.Sqlite,
            new Dictionary<string, string?> { ["Messaging:Smtp:Host"] = "127.0.0.1" }
        );
        var moved = await hearth.MoveInAsync(new NewTenant { Phone = "+447700900123", Prefers = ContactWay.Text });
        var page = await hearth.Tenant(moved[0].PersonId).OpenAsync("/me/contact");
        Assert.DoesNotContain("WhatsApp", page.Text, StringComparison.Ordinal);
    }

    private static Task<(Channel? Channel, string? Address)> ReachedAsync(HearthApp hearth, Guid person) =>
        hearth.InScopeAsync(async scope =>
        {
            var member = (await scope.GetRequiredService<Audience>().ForPeopleAsync([person]))[person];
            return (member.BestChannel, member.BestChannel is { } best ? member.Reach(best)?.Address : null);
        });

    private static Task<Recipient?> ByWhatsAppAsync(HearthApp hearth, Guid person) =>
        hearth.InScopeAsync(async scope =>
            (await scope.GetRequiredService<Audience>().ForPeopleAsync([person]))[person].Reach(Channel.WhatsApp)
        );

    private static async Task<HttpStatusCode> SayAsync(HearthApp hearth, string from, string words)
    {
        var body = $$"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
            "messages":[{"from":"{{from}}","id":"wamid.Y","timestamp":"1763000000","type":"text","text":{"body":"{{words}}"} } ] } } ] } ] }
            """;
        var request = new HttpRequestMessage(HttpMethod.Post, "/messages/whatsapp/calls")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body));
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(signature));
        return (await hearth.Anyone().SendAsync(request)).Status;
    }
}
