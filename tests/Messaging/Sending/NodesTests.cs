// More than one node, and nodes that die.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Messaging.Tests.Sending;

public sealed class NodesTests
{
    [Theory, BothDatabases]
    public async Task Two_senders_at_once_send_two_hundred_messages_each_once(DatabaseKind kind)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = new SmtpServer { Before = _ => Task.Delay(1, stop) };
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        await hearth.QueueAsync(Enumerable.Range(0, 200).Select(i => Post.Message($"m{i:000}", address: $"t{i:000}@tenant.example")));

        for (var runs = 0; runs < 5 && server.Taken.Count < 200; runs++)
        {
            await Task.WhenAll(Task.Run(hearth.SendAsync, stop), Task.Run(hearth.SendAsync, stop));
        }

        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"t{i:000}@tenant.example"),
            server.Taken.Select(mail => mail.To).Order(StringComparer.Ordinal)
        );
        Assert.Equal(200, told.Outcomes.Count);
        Assert.All(await hearth.MessagesAsync(), message => Assert.Equal((MessageStatus.Sent, 1), (message.Status, message.Attempts)));
    }

    [Theory, BothDatabases]
    public async Task What_a_dead_node_left_is_in_doubt_and_not_sent_again(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));
        await LeftByADeadNodeAsync(hearth, id);

        await hearth.SendAsync();
        Assert.Equal(MessageStatus.Sending, (await hearth.MessageAsync(id)).Status);

        hearth.Clock.Forward(Sendings.Lease + TimeSpan.FromSeconds(1));
        await hearth.SendAsync();
        await hearth.SendAsync();

        Assert.Equal(MessageStatus.InDoubt, (await hearth.MessageAsync(id)).Status);
        Assert.Empty(server.Taken);
        Assert.Empty(told.Outcomes);
        Assert.Equal(["In doubt"], await hearth.HistoryAsync(id));
    }

    [Theory, BothDatabases]
    public async Task In_a_folder_it_is_written_again_because_that_changes_nothing(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));
        await LeftByADeadNodeAsync(hearth, id);

        hearth.Clock.Forward(Sendings.Lease + TimeSpan.FromSeconds(1));
        await hearth.SendAsync();

        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(id)).Status);
        Assert.Single(Directory.GetFiles(folder));
        Assert.Single(told.Outcomes);
    }

    [Theory, BothDatabases]
    public async Task A_node_thought_dead_that_comes_back_settles_the_doubt(DatabaseKind kind)
    {
        var answered = new TaskCompletionSource();
        await using var server = new SmtpServer { Before = line => line == "DATA-END" ? answered.Task : Task.CompletedTask };
        var settings = new Dictionary<string, string?>(server.Settings) { ["Messaging:Smtp:TimeoutSeconds"] = "60" };
        var (hearth, told) = await Sender.StartAsync(kind, settings);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        var slow = Task.Run(hearth.SendAsync, TestContext.Current.CancellationToken);
        while (!server.Commands.Contains("DATA"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        hearth.Clock.Forward(Sendings.Lease + TimeSpan.FromMinutes(1));
        await hearth.SendAsync();
        Assert.Equal(MessageStatus.InDoubt, (await hearth.MessageAsync(id)).Status);

        answered.SetResult();
        await slow;

        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(id)).Status);
        Assert.Single(server.Taken);
        Assert.Single(told.Outcomes);
    }

    // As the database stands after kill -9 between taking the message and recording what became of it.
    private static Task LeftByADeadNodeAsync(HearthApp hearth, Guid id) =>
        hearth.ChangeAsync(
            id,
            message =>
            {
                message.Status = MessageStatus.Sending;
                message.LeasedBy = Guid.CreateVersion7();
                message.LeasedUntil = hearth.Clock.GetUtcNow() + Sendings.Lease;
                message.Attempts = 1;
            }
        );
}
