// A "no" that a caller hears is kept: in the ledger, and in what happens afterwards.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.Tests.Import;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Register;

public sealed class HeardNoTests
{
    private const string Landline = "+441632960001";

    [Theory, BothDatabases]
    public async Task Asked_not_to_be_rung_stands_in_the_ledger_and_no_call_is_left(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant { Phone = Landline, Prefers = ContactWay.Telephone }))[0];
        await CallAsync(hearth, kasia.PersonId, "survey-invitation");
        await CallAsync(hearth, kasia.PersonId, "reply");

        await RingAsync(hearth, "NeverAgain");

        var line = Assert.Single(await hearth.FromDbAsync(db => db.Set<Consent>().ToListAsync()));
        Assert.Equal(
            (kasia.PersonId, MessageKind.Calls, false, "Telephone, Maya Desai"),
            (line.PersonId, line.Kind, line.Given, line.Source)
        );
        Assert.Contains("Nobody waits to be rung now.", (await hearth.Staff().OpenAsync("/messages/calls")).Text, StringComparison.Ordinal);
        var reached = await hearth.InScopeAsync(scope => scope.GetRequiredService<Audience>().ForPeopleAsync([kasia.PersonId]));
        Assert.Equal(Channel.Letter, reached[kasia.PersonId].BestChannel);
        var page = await hearth.Staff().OpenAsync($"/people/{kasia.PersonId}");
        Assert.Contains(
            page.All(".govuk-summary-list__row"),
            row => row.Children.Select(Page.Words).Take(2).SequenceEqual(["Being rung", "No"])
        );
    }

    [Theory, BothDatabases]
    public async Task They_said_no_to_this_refuses_that_kind_of_message_and_no_other(DatabaseKind kind)
    {
        foreach (
            var (purpose, refused) in new[]
            {
                ("survey-invitation", MessageKind.Surveys),
                ("survey-reminder", MessageKind.Surveys),
                ("reply", MessageKind.Feedback),
                ("event", MessageKind.News),
            }
        )
        {
            await using var hearth = await HearthApp.StartAsync(kind);
            var kasia = (await hearth.MoveInAsync(new NewTenant { Phone = Landline }))[0];
            await CallAsync(hearth, kasia.PersonId, purpose);

            var list = await RingAsync(hearth, "SaidNo");

            Assert.Contains("Written down.", list.Text, StringComparison.Ordinal);
            var reached = await hearth.InScopeAsync(scope => scope.GetRequiredService<Audience>().ForPeopleAsync([kasia.PersonId]));
            Assert.Equal([refused], reached[kasia.PersonId].Refused);
        }
    }

    [Theory, BothDatabases]
    public async Task A_call_that_nobody_answered_refuses_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant { Phone = Landline }))[0];
        await CallAsync(hearth, kasia.PersonId, "reply");

        await RingAsync(hearth, "WrongNumber");

        Assert.Empty(await hearth.FromDbAsync(db => db.Set<Consent>().ToListAsync()));
    }

    private static Task CallAsync(HearthApp hearth, Guid person, string purpose) =>
        hearth.InScopeAsync(async scope =>
        {
            var to = new Recipient(person, "Kasia Nowak", Landline);
            scope
                .GetRequiredService<Outbox>()
                .Add(new MessageToSend($"{purpose}/{person}", purpose, null, to, Channel.Telephone, "A call", "What to say."));
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

    private static async Task<Page> RingAsync(HearthApp hearth, string outcome)
    {
        var officer = hearth.Staff();
        var call = await officer.SubmitAsync(await officer.OpenAsync("/messages/calls"), button: "Take the call");
        return await officer.SubmitAsync(call, new { Outcome = outcome }, "Write it down");
    }
}
