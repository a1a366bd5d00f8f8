// A server's clock that was ahead: what it planned goes when it is put right, and what it would have erased is kept.
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging.Tests.Sending;

public sealed class ClockAheadTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Theory, BothDatabases]
    public async Task What_a_clock_that_was_a_year_ahead_planned_is_planned_again_when_it_is_put_right(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(Sender.NewFolder()));
        await using var __ = hearth;
        hearth.Clock.Forward(Year);
        var morning = hearth.Clock.GetUtcNow().AddDays(1);
        var soon = await hearth.QueueAsync(Post.Message("soon"));
        var later = await hearth.QueueAsync(Post.Message("for the morning") with { NotBefore = morning });
        var code = await hearth.QueueAsync(Post.Message("a sign-in code") with { Secret = true });
        var call = await hearth.QueueAsync(Post.Message("a call", Channel.Telephone));

        hearth.Clock.Forward(TimeSpan.FromHours(1) - Year);
        await hearth.SendAsync();

        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(soon)).Status);
        Assert.Contains("Planned again", await hearth.HistoryAsync(soon));
        var waits = await hearth.MessageAsync(later);
        Assert.Equal((MessageStatus.Queued, Clock.Morning.AddDays(1)), (waits.Status, waits.DueAt));
        Assert.Equal((MessageStatus.Failed, ""), ((await hearth.MessageAsync(code)).Status, (await hearth.MessageAsync(code)).Body));
        Assert.Equal(hearth.Clock.GetUtcNow(), (await hearth.MessageAsync(call)).DueAt);
        // once: from now on it waits as anything does
        await hearth.SendAsync();
        Assert.Single(await hearth.HistoryAsync(later), "Planned again");
        hearth.Clock.Forward(TimeSpan.FromHours(23));
        await hearth.SendAsync();
        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(later)).Status);
    }

    [Theory, BothDatabases]
    public async Task What_it_put_off_or_had_in_hand_does_not_wait_for_that_year_and_a_day_that_somebody_chose_stays(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(Sender.NewFolder()));
        await using var __ = hearth;
        var (then, chosen) = (hearth.Clock.GetUtcNow() + Year, hearth.Clock.GetUtcNow().AddDays(30));
        var tried = await hearth.QueueAsync(Post.Message("tried"));
        var again = await hearth.QueueAsync(Post.Message("tried a day ago"));
        var inHand = await hearth.QueueAsync(Post.Message("in hand"));
        var call = await hearth.QueueAsync(Post.Message("a call", Channel.Telephone));
        await hearth.ChangeAsync(tried, m => (m.Attempts, m.LastError, m.DueAt) = (1, "No connection", then));
        await hearth.ChangeAsync(
            again,
            m => (m.Attempts, m.LastError, m.DueAt) = (7, "No connection", hearth.Clock.GetUtcNow().AddDays(1))
        );
        await hearth.ChangeAsync(inHand, m => (m.Status, m.LeasedUntil) = (MessageStatus.Sending, then));
        await hearth.ChangeAsync(call, m => (m.Attempts, m.LastError, m.DueAt) = (1, "No answer", chosen));

        await hearth.SendAsync();

        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(tried)).Status);
        Assert.NotEqual(MessageStatus.Sending, (await hearth.MessageAsync(inHand)).Status);
        Assert.Equal((MessageStatus.Queued, chosen), ((await hearth.MessageAsync(call)).Status, (await hearth.MessageAsync(call)).DueAt));
        Assert.Equal(MessageStatus.Queued, (await hearth.MessageAsync(again)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_leaps_twenty_years_erases_no_message_and_sends_none(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(Sender.NewFolder()));
        await using var __ = hearth;
        var sent = await hearth.QueueAsync(Post.Message("sent"));
        await hearth.RunDueJobsAsync();
        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(sent)).Status);
        var later = await hearth.QueueAsync(Post.Message("in a month") with { NotBefore = hearth.Clock.GetUtcNow().AddDays(30) });

        hearth.Clock.Forward(20 * Year);
        await hearth.RunDueJobsAsync();
        Assert.NotEqual("", (await hearth.MessageAsync(sent)).Body);
        Assert.Equal(MessageStatus.Queued, (await hearth.MessageAsync(later)).Status);

        // somebody says that twenty years have passed: then it goes
        await hearth.InScopeAsync(scope => scope.GetRequiredService<ClockLeap>().SayRightAsync());
        await hearth.RunDueJobsAsync();
        Assert.Equal("", (await hearth.MessageAsync(sent)).Body);
    }
}
