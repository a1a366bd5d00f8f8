// Messages by WhatsApp: the template, what Meta refuses, answers that get lost, its signed calls, and that nothing of it leaves where nothing is set up.
using System.Net;
using System.Text;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.WhatsApp;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging.Tests.Sending;

public sealed class WhatsAppTests
{
    [Theory, BothDatabases]
    public async Task A_message_goes_once_by_the_template_on_one_line_in_the_language_it_is_approved_in(DatabaseKind kind)
    {
        await using var world = await World.StartAsync(kind);
        var english = await world.Hearth.QueueAsync(Message("a", "Tell us.\n\nAnswer here:\thttps://tell.example/s/7K4M2QXR"));
        var polish = Message("b", "Cześć");
        var urdu = Message("c", "سلام");
        await world.Hearth.QueueAsync([
            polish with
            {
                To = polish.To with { Language = "pl-PL" },
            },
            urdu with
            {
                To = urdu.To with { Language = "ur" },
            },
        ]);

        await world.Hearth.SendAsync();
        await world.Hearth.SendAsync();

        Assert.Equal(3, world.Server.Asked);
        var taken = world.Server.All.Single(one => one.Reference == english.ToString());
        Assert.Equal(("447700900123", "hearth_message", "en_GB"), (taken.To, taken.Template, taken.Language));
        Assert.Equal(["Marcus Hale", "Tell us. Answer here: https://tell.example/s/7K4M2QXR"], taken.Parameters);
        Assert.Equal("pl", world.Server.All.Single(one => one.Parameters[1] == "Cześć").Language);
        // not approved in Urdu: the frame is English, the words are not
        Assert.Equal("en_GB", world.Server.All.Single(one => one.Parameters[1] == "سلام").Language);
        Assert.Equal(taken.Id, (await world.Hearth.MessageAsync(english)).ProviderId);
        Assert.All(world.Told.Outcomes, outcome => Assert.Equal(MessageStatus.Sent, outcome.Status));
    }

    [Theory]
    [InlineData(400, 131026, MessageStatus.Failed, "There is no WhatsApp on this number")]
    [InlineData(400, 131050, MessageStatus.Failed, "They have stopped messages from us in WhatsApp")]
    [InlineData(400, 131030, MessageStatus.Failed, "test number may not write to this number")]
    [InlineData(401, 190, MessageStatus.Queued, "WhatsApp does not take our token")]
    [InlineData(429, 130429, MessageStatus.Queued, "WhatsApp asks us to wait")]
    [InlineData(400, 131056, MessageStatus.Queued, "before we write to this person again")]
    [InlineData(404, 132001, MessageStatus.Queued, "WhatsApp does not take our template")]
    [InlineData(403, 131031, MessageStatus.Queued, "WhatsApp does not let our number send")]
    [InlineData(500, 131000, MessageStatus.Queued, "WhatsApp has a fault")]
    [InlineData(502, 0, MessageStatus.InDoubt, "WhatsApp answered 502 and nothing else. It may have gone.")]
    public async Task Each_refusal_of_metas_has_its_end_and_its_words(int status, int code, MessageStatus end, string words)
    {
        await using var world = await World.StartAsync(DatabaseKind.Sqlite);
        world.Server.Errs = (status, code);
        var id = await world.Hearth.QueueAsync(Message("a", "Tell us"));

        await world.Hearth.SendAsync();

        var message = await world.Hearth.MessageAsync(id);
        Assert.Equal(end, message.Status);
        Assert.Contains(words, message.LastError, StringComparison.Ordinal);
        world.Server.Errs = null;
        world.Hearth.Clock.Forward(TimeSpan.FromMinutes(10));
        await world.Hearth.SendAsync();
        Assert.Equal(end == MessageStatus.Queued ? 1 : 0, world.Server.All.Count);
    }

    [Theory, BothDatabases]
    public async Task What_it_took_without_an_answer_is_in_doubt_never_sent_twice_and_settled_by_its_call(DatabaseKind kind)
    {
        await using var world = await World.StartAsync(kind);
        world.Server.Sleeps = true;
        var id = await world.Hearth.QueueAsync(Message("a", "Tell us"));
        await world.Hearth.SendAsync();
        Assert.Equal(MessageStatus.InDoubt, (await world.Hearth.MessageAsync(id)).Status);
        world.Server.Sleeps = false;
        world.Hearth.Clock.Forward(TimeSpan.FromDays(1));
        await world.Hearth.SendAsync();
        Assert.Single(world.Server.All);

        Assert.Equal(HttpStatusCode.OK, await CallAsync(world, News(id, "sent")));

        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
        Assert.Equal(MessageStatus.Sent, Assert.Single(world.Told.Outcomes).Status);
    }

    [Theory, BothDatabases]
    public async Task A_server_that_is_down_costs_no_tries(DatabaseKind kind)
    {
        await using var world = await World.StartAsync(kind);
        await world.Server.DisposeAsync();
        var id = await world.Hearth.QueueAsync(Message("a", "Tell us"));
        await world.Hearth.SendAsync();
        var message = await world.Hearth.MessageAsync(id);
        Assert.Equal((MessageStatus.Queued, 0), (message.Status, message.Attempts));
        Assert.Contains("WhatsApp does not answer", message.LastError, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Its_calls_count_once_and_only_with_metas_signature(DatabaseKind kind)
    {
        await using var world = await World.StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Message("a", "Tell us"));
        await world.Hearth.SendAsync();

        foreach (
            var signature in new[]
            {
                null,
                "",
                "sha256=",
                "sha256=00",
                WhatsAppServer.Signature(News(id, "failed", 131026), "another secret"),
            }
        )
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(world, News(id, "failed", 131026), signature, sign: false));
        }
        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
        foreach (var status in new[] { "sent", "delivered", "read", "delivered" })
        {
            Assert.Equal(HttpStatusCode.OK, await CallAsync(world, News(id, status)));
        }
        var history = await world.Hearth.HistoryAsync(id);
        Assert.Single(history, what => what == "Delivered");
        // that they have read it is not ours to keep
        Assert.DoesNotContain(history, what => what.Contains("ead", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(world, News(id, "failed", 131026)));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(world, News(id, "failed", 131026)));
        Assert.Equal([MessageStatus.Sent, MessageStatus.Failed], world.Told.Outcomes.Select(outcome => outcome.Status));
    }

    [Theory, BothDatabases]
    public async Task A_call_that_comes_before_our_own_record_is_asked_for_again(DatabaseKind kind)
    {
        await using var world = await World.StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Message("a", "Tell us"));
        await world.Hearth.ChangeAsync(
            id,
            m => (m.Status, m.LeasedUntil) = (MessageStatus.Sending, world.Hearth.Clock.GetUtcNow().AddMinutes(9))
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await CallAsync(world, News(id, "failed", 131026)));
        await world.Hearth.ChangeAsync(id, m => m.Status = MessageStatus.Sent);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(world, News(id, "failed", 131026)));
        Assert.Equal(MessageStatus.Failed, (await world.Hearth.MessageAsync(id)).Status);
    }

    [Fact]
    public async Task A_call_that_is_none_changes_nothing()
    {
        await using var world = await World.StartAsync(DatabaseKind.Sqlite);
        foreach (var body in new[] { "[]", "{", "{}", "7", """{"object":"page"}""", new string('x', 1_100_000) })
        {
            Assert.Equal(HttpStatusCode.BadRequest, await CallAsync(world, body));
        }
        foreach (
            var body in new[]
            {
                """{"object":"whatsapp_business_account"}""",
                """{"object":"whatsapp_business_account","entry":7}""",
                """{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"statuses":[{"status":"failed"},5,null]}}]}]}""",
                """{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"messages":[{"type":"text","from":"x","text":{"body":"stop"}},{"type":"image"}]}}]}]}""",
                News(Guid.CreateVersion7(), "failed", 131026),
            }
        )
        {
            Assert.Equal(HttpStatusCode.OK, await CallAsync(world, body));
        }
    }

    [Fact]
    public async Task Meta_is_introduced_only_with_the_word_that_it_was_given()
    {
        await using var world = await World.StartAsync(DatabaseKind.Sqlite);
        var word = Uri.EscapeDataString(WhatsAppServer.Verify);
        var page = await world
            .Hearth.Anyone()
            .OpenAsync($"{WhatsAppCalls.Address}?hub.mode=subscribe&hub.verify_token={word}&hub.challenge=1158201444");
        Assert.Equal("1158201444", page.Body);
        var other = await world
            .Hearth.Anyone()
            .SendAsync(new(HttpMethod.Get, $"{WhatsAppCalls.Address}?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1"));
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
    }

    [Fact]
    public async Task In_a_trial_it_becomes_a_file_and_where_mail_is_real_and_nothing_is_set_nothing_leaves_by_it()
    {
        var folder = Sender.NewFolder();
        var (trial, _) = await Sender.StartAsync(DatabaseKind.Sqlite, Sender.Folder(folder));
        await using var first = trial;
        await trial.QueueAsync(Message("a", "Tell us.\n\nIt takes 8 minutes."));
        await trial.SendAsync();
        Assert.Equal(
            "WhatsApp to: +447700900123\n\nMarcus Hale\nTell us. It takes 8 minutes.\n",
            await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder)), TestContext.Current.CancellationToken)
        );

        await using var mail = new SmtpServer();
        var (real, __) = await Sender.StartAsync(DatabaseKind.Sqlite, mail.Settings);
        await using var second = real;
        var id = await real.QueueAsync(Message("a", "Tell us"));
        await real.SendAsync();
        Assert.Equal(MessageStatus.Queued, (await real.MessageAsync(id)).Status);
        Assert.Contains("No way to send them is set up", (await real.Staff().OpenAsync("/messages")).Text, StringComparison.Ordinal);
        Assert.False(await real.InScopeAsync(scope => Task.FromResult(scope.GetRequiredService<Channels>().CanSend(Channel.WhatsApp))));
    }

    private static MessageToSend Message(string key, string words) => Post.Message(key, Channel.WhatsApp, body: words);

    private static string News(Guid id, string status, int? error = null)
    {
        var errors = error is null ? "" : $$""","errors":[{"code":{{error}},"title":"Message undeliverable"}]""";
        return $$"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
            "metadata":{"display_phone_number":"15550783881","phone_number_id":"{{WhatsAppServer.NumberId}}"},
            "statuses":[{"id":"wamid.X","status":"{{status}}","timestamp":"1763000000","recipient_id":"447700900123",
            "biz_opaque_callback_data":"{{id}}"{{errors}} } ] } } ] } ] }
            """;
    }

    private static async Task<HttpStatusCode> CallAsync(World world, string body, string? signature = null, bool sign = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, WhatsAppCalls.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if ((sign ? WhatsAppServer.Signature(body) : signature) is { } shown)
        {
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", shown);
        }
        return (await world.Hearth.Anyone().SendAsync(request)).Status;
    }

    private sealed class World : IAsyncDisposable
    {
        public required WhatsAppServer Server { get; init; }
        public required HearthApp Hearth { get; init; }
        public required Told Told { get; init; }

        public static async Task<World> StartAsync(DatabaseKind kind)
        {
            var server = await WhatsAppServer.StartAsync();
            var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
            return new World
            {
                Server = server,
                Hearth = hearth,
                Told = told,
            };
        }

        public async ValueTask DisposeAsync()
        {
            await Hearth.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
