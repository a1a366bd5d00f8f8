// The local default: messages land as files, no account needed.
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Messaging.Tests.Sending;

public sealed class FolderTests
{
    [Theory, BothDatabases]
    public async Task An_email_becomes_a_file_that_a_mail_program_opens(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var _ = hearth;
        var about = Guid.CreateVersion7();
        var id = await hearth.QueueAsync(Post.Message("a", about: about));

        await hearth.SendAsync();

        var message = await hearth.MessageAsync(id);
        Assert.Equal(MessageStatus.Sent, message.Status);
        Assert.Equal($"{id:N}.eml", message.ProviderId);
        var eml = await File.ReadAllTextAsync(Path.Combine(folder, $"{id:N}.eml"), TestContext.Current.CancellationToken);
        Assert.Contains("To: \"Marcus Hale\" <marcus@tenant.example>\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("It takes 8 minutes.", eml, StringComparison.Ordinal);
        var outcome = Assert.Single(told.Outcomes);
        Assert.Equal((id, "a", about, MessageStatus.Sent), (outcome.MessageId, outcome.Key, outcome.About!.Value, outcome.Status));
        Assert.Contains("told a module", await hearth.HistoryAsync(id));
    }

    [Theory, BothDatabases]
    public async Task A_text_becomes_a_file_with_its_number_and_its_words(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var __ = hearth;
        var id = await hearth.QueueAsync(Post.Message("t", Channel.Text, body: "Your answer counts."));

        await hearth.SendAsync();

        var file = await File.ReadAllTextAsync(Path.Combine(folder, $"{id:N}.txt"), TestContext.Current.CancellationToken);
        Assert.Equal("To: +447700900123\n\nYour answer counts.\n", file);
    }

    [Theory, BothDatabases]
    public async Task Letters_and_calls_never_go_by_themselves(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var _ = hearth;
        await hearth.QueueAsync([Post.Message("l", Channel.Letter), Post.Message("c", Channel.Telephone)]);

        await hearth.SendAsync();

        Assert.All(await hearth.MessagesAsync(), message => Assert.Equal(MessageStatus.Queued, message.Status));
        Assert.Empty(told.Outcomes);
        Assert.False(Directory.Exists(folder));
    }

    [Theory, BothDatabases]
    public async Task A_message_waits_until_it_is_due_and_one_that_is_cancelled_never_goes(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var __ = hearth;
        var about = Guid.CreateVersion7();
        var person = Guid.CreateVersion7();
        var later = await hearth.QueueAsync(Post.Message("later") with { NotBefore = hearth.Clock.GetUtcNow().AddHours(1) });
        var taken = await hearth.QueueAsync(Post.Message("taken back", person: person, about: about));
        await hearth.InScopeAsync(scope => ((Outbox)scope.GetService(typeof(Outbox))!).CancelAsync(about, person));

        await hearth.SendAsync();
        Assert.Equal(MessageStatus.Queued, (await hearth.MessageAsync(later)).Status);

        hearth.Clock.Forward(TimeSpan.FromHours(1));
        await hearth.SendAsync();
        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(later)).Status);
        Assert.Equal(MessageStatus.Cancelled, (await hearth.MessageAsync(taken)).Status);
        Assert.Equal([$"{later:N}.eml"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Theory, BothDatabases]
    public async Task A_secret_is_wiped_once_it_has_gone(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(Sender.NewFolder()));
        await using var __ = hearth;
        var id = await hearth.QueueAsync(
            Post.Message("code", body: "Your code is 417 203.", purpose: "sign-in-code") with
            {
                Secret = true,
            }
        );

        await hearth.SendAsync();

        Assert.Equal("", (await hearth.MessageAsync(id)).Body);
    }

    [Theory, BothDatabases]
    public async Task A_code_that_has_run_out_is_not_sent(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("code") with { NotAfter = hearth.Clock.GetUtcNow().AddMinutes(15) });

        hearth.Clock.Forward(TimeSpan.FromMinutes(16));
        await hearth.SendAsync();

        Assert.Equal(MessageStatus.Failed, (await hearth.MessageAsync(id)).Status);
        Assert.StartsWith("Too late", Assert.Single(told.Outcomes).Reason, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory, BothDatabases]
    public async Task A_thousand_go_in_one_run_each_once(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var _ = hearth;
        await hearth.QueueAsync(Enumerable.Range(0, 1000).Select(i => Post.Message($"m{i:0000}")));

        await hearth.SendAsync();

        Assert.All(await hearth.MessagesAsync(), message => Assert.Equal(MessageStatus.Sent, message.Status));
        Assert.Equal(1000, Directory.GetFiles(folder).Length);
        Assert.Equal(1000, told.Outcomes.Select(o => o.Key).Distinct().Count());
        Assert.Equal(1000, told.Outcomes.Count);
    }

    [Theory, BothDatabases]
    public async Task A_module_that_cannot_take_the_outcome_is_told_again_and_the_message_is_not_sent_again(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(Sender.NewFolder()));
        await using var _ = hearth;
        told.Refuses = true;
        var id = await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();
        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(id)).Status);
        Assert.Empty(told.Outcomes);

        told.Refuses = false;
        hearth.Clock.Forward(TimeSpan.FromMinutes(2));
        await hearth.SendAsync();
        await hearth.SendAsync();

        Assert.Equal(MessageStatus.Sent, Assert.Single(told.Outcomes).Status);
        Assert.Single(await hearth.HistoryAsync(id), line => line == "Sent");
    }

    [Theory, BothDatabases]
    public async Task What_could_not_be_sent_for_real_fails_in_the_folder_too(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var _ = hearth;
        await hearth.QueueAsync([
            Post.Message("a", address: "marcus at home"),
            Post.Message("b", Channel.Text, address: "../../etc/passwd"),
        ]);

        await hearth.SendAsync();

        Assert.Equal(
            ["This is not a telephone number", "This is not an e-mail address"],
            told.Outcomes.Select(outcome => outcome.Reason!).Order(StringComparer.Ordinal)
        );
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Counters_say_how_many_and_never_who()
    {
        var seen = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument is { Meter.Name: "Hearth", Name: "hearth.messages.ended" })
                {
                    to.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) => seen.Enqueue($"{count} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}")
        );
        listener.Start();
        var (hearth, _) = await Sender.StartAsync(DatabaseKind.Sqlite, Sender.Folder(Sender.NewFolder()));
        await using var __ = hearth;
        await hearth.QueueAsync(Post.Message("a", purpose: "counted-here"));

        await hearth.SendAsync();

        Assert.Equal(
            ["1 channel=Email purpose=counted-here status=Sent"],
            seen.Where(line => line.Contains("counted-here", StringComparison.Ordinal))
        );
    }
}
