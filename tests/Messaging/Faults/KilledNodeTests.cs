// A node that is really killed: a Hearth in a process of its own, stopped with SIGKILL while it sends, and another that takes up what it left.
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging.Tests.Faults;

public sealed class KilledNodeTests
{
    private const int Messages = 60;
    private const int KilledAt = 20;

    /// <summary>As many as one node sends at once: so many may be in doubt, never more.</summary>
    private const int InHand = 4;

    [Theory, BothDatabases]
    public async Task Killed_while_a_mail_server_takes_its_emails_none_goes_twice_none_is_lost_and_the_board_says_what_is_in_doubt(
        DatabaseKind kind
    )
    {
        Node? node = null;
        var ends = 0;
        await using var server = new SmtpServer
        {
            // the words have arrived and the server takes them, but nobody is there any more to hear it
            Before = line =>
            {
                if (line == "DATA-END" && Interlocked.Increment(ref ends) == KilledAt)
                {
                    node!.Kill();
                }
                return Task.CompletedTask;
            },
        };
        var (hearth, _) = await Sender.StartAsync(kind, server.Settings);
        await using var __ = hearth;
        await FillAsync(hearth, Channel.Email);

        await using (node = Node.Start(hearth.Database, server.Settings))
        {
            await node.DiedAsync();
        }
        Assert.InRange(server.Taken.Count, KilledAt - InHand, KilledAt + InHand);
        Assert.Contains(await hearth.MessagesAsync(), m => m.Status == MessageStatus.Sending);

        await TakeUpAsync(hearth);

        var messages = await hearth.MessagesAsync();
        Assert.All(server.Taken.GroupBy(mail => mail.To), same => Assert.Single(same));
        Assert.All(messages, m => Assert.True(m.Status is MessageStatus.Sent or MessageStatus.InDoubt, $"{m.Key} {m.Status}"));
        var doubts = messages.Where(m => m.Status == MessageStatus.InDoubt).ToList();
        Assert.InRange(doubts.Count, 1, InHand);
        var taken = server.Taken.Select(mail => mail.To).ToHashSet(StringComparer.Ordinal);
        Assert.All(messages.Where(m => m.Status == MessageStatus.Sent), m => Assert.Contains(m.ToAddress, taken));
        // the one whose receipt nobody heard
        Assert.Contains(doubts, m => taken.Contains(m.ToAddress));

        var officer = hearth.Staff();
        var board = await officer.OpenAsync("/messages?Status=InDoubt");
        Assert.Contains("The computer that was sending it stopped. It may have gone.", board.Text, StringComparison.Ordinal);
        var home = await officer.OpenAsync("/officer");
        Assert.Contains(
            doubts.Count == 1 ? "1 message may have gone" : $"{doubts.Count} messages may have gone",
            home.Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Killed_while_notify_takes_them_every_one_goes_once_because_its_reference_is_asked_for(DatabaseKind kind)
    {
        Node? node = null;
        HearthApp? second = null;
        await using var server = await NotifyServer.StartAsync(() => (second is null ? TimeProvider.System : second.Clock).GetUtcNow());
        server.AfterTaking = count =>
        {
            if (count == KilledAt)
            {
                node!.Kill();
            }
        };
        var (hearth, _) = await Sender.StartAsync(kind, server.Settings);
        await using var __ = hearth;
        await FillAsync(hearth, Channel.Email);

        await using (node = Node.Start(hearth.Database, server.Settings))
        {
            await node.DiedAsync();
        }
        Assert.Contains(await hearth.MessagesAsync(), m => m.Status == MessageStatus.Sending);

        second = hearth;
        await TakeUpAsync(hearth);

        Assert.All(await hearth.MessagesAsync(), m => Assert.Equal(MessageStatus.Sent, m.Status));
        Assert.Equal(Messages, server.All.Count);
        Assert.Equal(Messages, server.All.Select(one => one.Reference).Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task FillAsync(HearthApp hearth, Channel channel)
    {
        await hearth.QueueAsync(Enumerable.Range(0, Messages).Select(i => Post.Message($"m{i:000}", channel, $"t{i:000}@tenant.example")));
        // the killed node goes by the clock on the wall
        var due = TimeProvider.System.GetUtcNow().AddHours(-1);
        await hearth.InScopeAsync(scope =>
            scope.GetRequiredService<HearthDb>().Set<StoredMessage>().ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, due))
        );
    }

    // Another node, once the leases of the dead one have run out.
    private static async Task TakeUpAsync(HearthApp hearth)
    {
        var later = TimeProvider.System.GetUtcNow().AddMinutes(11);
        hearth.Clock.Forward(later - hearth.Clock.GetUtcNow());
        for (var runs = 0; runs < 5; runs++)
        {
            await hearth.SendAsync();
        }
    }
}
