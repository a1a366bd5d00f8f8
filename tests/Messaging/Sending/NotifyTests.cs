// E-mails and texts through GOV.UK Notify: one that is well, slow, refusing, losing its answer, asking us to wait, down; and its receipts.
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Notify;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Messaging.Tests.Sending;

public sealed class NotifyTests
{
    [Theory, BothDatabases]
    public async Task An_email_and_a_text_arrive_once_with_the_messages_id_as_reference(DatabaseKind kind)
    {
        await using var world = await NotifyWorld.StartAsync(kind);
        var email = await world.Hearth.QueueAsync(Post.Message("a", subject: "Tell us", body: "It takes 8 minutes."));
        var text = await world.Hearth.QueueAsync(Post.Message("b", Channel.Text, body: "Answer here: https://tell.example/s/7K4M2QXR"));

        await world.Hearth.SendAsync();
        await world.Hearth.SendAsync();

        var taken = world.Server.All.ToDictionary(one => one.Path);
        Assert.Equal(2, world.Server.Asked);
        Assert.Equal(
            ("marcus@tenant.example", email.ToString(), NotifyServer.EmailTemplate),
            (taken["email"].To, taken["email"].Reference, taken["email"].Template)
        );
        Assert.Equal(
            ("Tell us", "It takes 8 minutes."),
            (
                taken["email"].Personalisation.GetProperty("subject").GetString(),
                taken["email"].Personalisation.GetProperty("body").GetString()
            )
        );
        Assert.Equal(
            ("+447700900123", text.ToString(), NotifyServer.TextTemplate),
            (taken["sms"].To, taken["sms"].Reference, taken["sms"].Template)
        );
        Assert.Equal(taken["email"].Id, (await world.Hearth.MessageAsync(email)).ProviderId);
        Assert.All(world.Told.Outcomes, outcome => Assert.Equal(MessageStatus.Sent, outcome.Status));
    }

    [Theory, BothDatabases]
    public async Task What_it_took_and_answered_with_an_error_or_never_is_found_and_not_sent_twice(DatabaseKind kind)
    {
        await using var world = await NotifyWorld.StartAsync(kind);
        foreach (var mood in new[] { Mood.TakesAndFails, Mood.TakesAndSleeps })
        {
            world.Server.Mood = mood;
            var id = await world.Hearth.QueueAsync(Post.Message(mood.ToString()));
            await world.Hearth.SendAsync();
            Assert.Equal(MessageStatus.Queued, (await world.Hearth.MessageAsync(id)).Status);

            world.Server.Mood = Mood.Well;
            world.Hearth.Clock.Forward(TimeSpan.FromMinutes(10));
            await world.Hearth.SendAsync();

            Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
            Assert.Single(world.Server.All, one => one.Reference == id.ToString());
        }
    }

    [Theory, BothDatabases]
    public async Task A_refusal_is_a_failure_told_without_the_address(DatabaseKind kind)
    {
        await using var world = await NotifyWorld.StartAsync(kind);
        world.Server.Mood = Mood.Refuses;
        var id = await world.Hearth.QueueAsync(Post.Message("a"));

        await world.Hearth.SendAsync();

        var message = await world.Hearth.MessageAsync(id);
        Assert.Equal(
            (MessageStatus.Failed, "GOV.UK Notify refused it: email_address Not a valid email address: …"),
            (message.Status, message.LastError)
        );
        Assert.Equal(MessageStatus.Failed, Assert.Single(world.Told.Outcomes).Status);
    }

    [Theory, BothDatabases]
    public async Task Too_many_at_once_an_error_and_a_dead_server_make_it_wait_and_then_it_goes(DatabaseKind kind)
    {
        await using var world = await NotifyWorld.StartAsync(kind);
        world.Server.Mood = Mood.TooMany;
        var id = await world.Hearth.QueueAsync(Post.Message("a"));
        await world.Hearth.SendAsync();
        var waiting = await world.Hearth.MessageAsync(id);
        // being asked to wait is no try
        Assert.Equal((MessageStatus.Queued, 0), (waiting.Status, waiting.Attempts));

        world.Server.Mood = Mood.Fails;
        world.Hearth.Clock.Forward(TimeSpan.FromMinutes(2));
        await world.Hearth.SendAsync();
        Assert.Equal(
            (MessageStatus.Queued, 1, "GOV.UK Notify answered 500"),
            (
                (await world.Hearth.MessageAsync(id)).Status,
                (await world.Hearth.MessageAsync(id)).Attempts,
                (await world.Hearth.MessageAsync(id)).LastError
            )
        );

        world.Server.Mood = Mood.Well;
        world.Hearth.Clock.Forward(TimeSpan.FromMinutes(10));
        await world.Hearth.SendAsync();
        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);

        await world.Server.DisposeAsync();
        var late = await world.Hearth.QueueAsync(Post.Message("b"));
        await world.Hearth.SendAsync();
        Assert.Equal(
            (MessageStatus.Queued, 0),
            ((await world.Hearth.MessageAsync(late)).Status, (await world.Hearth.MessageAsync(late)).Attempts)
        );
    }

    [Theory, BothDatabases]
    public async Task A_message_that_a_dead_node_left_behind_goes_again_only_where_notify_does_not_have_it(DatabaseKind kind)
    {
        await using var world = await NotifyWorld.StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Post.Message("a"));
        await world.Hearth.SendAsync();
        // the node died before it could write down that it went
        await world.Hearth.ChangeAsync(
            id,
            m =>
                (m.Status, m.LeasedUntil, m.EndedAt, m.ProviderId) = (
                    MessageStatus.Sending,
                    world.Hearth.Clock.GetUtcNow().AddMinutes(-1),
                    null,
                    null
                )
        );

        await world.Hearth.SendAsync();
        await world.Hearth.SendAsync();

        Assert.Single(world.Server.All);
        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_receipt_of_failure_counts_once_and_only_with_the_token(DatabaseKind kind)
    {
        await using var world = await NotifyWorld.StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Post.Message("a"));
        await world.Hearth.SendAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await ReceiptAsync(world, id, "permanent-failure", "another token altogether"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReceiptAsync(world, id, "permanent-failure", null));
        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
        Assert.Equal(HttpStatusCode.NoContent, await ReceiptAsync(world, id, "delivered"));
        Assert.Equal(HttpStatusCode.NoContent, await ReceiptAsync(world, id, "delivered"));
        Assert.Equal(1, (await world.Hearth.HistoryAsync(id)).Count(what => what == "Delivered"));
        Assert.Equal(HttpStatusCode.NoContent, await ReceiptAsync(world, id, "permanent-failure"));
        Assert.Equal(HttpStatusCode.NoContent, await ReceiptAsync(world, id, "permanent-failure"));

        var message = await world.Hearth.MessageAsync(id);
        Assert.Equal((MessageStatus.Failed, "There is no such address or number"), (message.Status, message.LastError));
        Assert.Equal([MessageStatus.Sent, MessageStatus.Failed], world.Told.Outcomes.Select(outcome => outcome.Status));
    }

    [Theory, BothDatabases]
    public async Task A_receipt_that_is_none_changes_nothing(DatabaseKind kind)
    {
        await using var world = await NotifyWorld.StartAsync(kind);
        Assert.Equal(HttpStatusCode.NoContent, await ReceiptAsync(world, Guid.CreateVersion7(), "permanent-failure"));
        foreach (
            var body in new[]
            {
                "",
                "[]",
                "{",
                "{\"reference\":7,\"status\":\"delivered\"}",
                "{\"reference\":\"x\"}",
                new string('x', 20_000),
            }
        )
        {
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(world, body, NotifyServer.Token));
        }
    }

    [Theory]
    [InlineData(NotifyServer.Key, true)]
    [InlineData("a-name-with-hyphens-" + NotifyServer.Service + "-" + NotifyServer.Secret, true)]
    [InlineData(NotifyServer.Service + "-" + NotifyServer.Secret, true)]
    [InlineData(NotifyServer.Service, false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_key_is_read_from_its_end(string? key, bool isOne)
    {
        Assert.Equal(isOne ? new NotifyKey(Guid.Parse(NotifyServer.Service), NotifyServer.Secret) : null, NotifyKey.Read(key));
        Assert.DoesNotContain(NotifyServer.Secret, $"{NotifyKey.Read(key)}", StringComparison.Ordinal);
    }

    private static Task<HttpStatusCode> ReceiptAsync(NotifyWorld world, Guid id, string status, string? token = NotifyServer.Token) =>
        PostAsync(
            world,
            $$"""{"id":"{{Guid.CreateVersion7()}}","reference":"{{id}}","to":"x","status":"{{status}}","notification_type":"email"}""",
            token
        );

    private static async Task<HttpStatusCode> PostAsync(NotifyWorld world, string body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Receipts.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        return (await world.Hearth.Anyone().SendAsync(request)).Status;
    }
}
