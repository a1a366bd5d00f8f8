// What messages hold on a person, and that they forget.
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging.Tests.Board;

public sealed class ErasureTests
{
    [Theory, BothDatabases]
    public async Task What_is_held_is_listed_without_a_code(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;
        var person = Guid.CreateVersion7();
        await hearth.QueueAsync([
            Post.Message("a", person: person),
            Post.Message("b", person: person, body: "Your code is 417 203.") with
            {
                Secret = true,
            },
        ]);

        var held = await hearth.InScopeAsync(scope => Of(scope).HeldOnAsync(person, CancellationToken.None));

        Assert.Equal(2, held.Count);
        Assert.Contains("marcus@tenant.example", held[0].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("417", held[1].Value, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_person_forgotten_is_nowhere_in_the_outbox_and_the_counts_stay(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var __ = hearth;
        var (person, other, about) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await hearth.QueueAsync([
            Post.Message($"survey/{about}/{person}", person: person, about: about),
            Post.Message("other", person: other, about: about),
        ]);
        await hearth.SendAsync();
        await hearth.QueueAsync([
            Post.Message("waits", person: person, about: about),
            Post.Message("letter", Channel.Letter, person: person, about: about),
        ]);
        var officer = hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");

        await hearth.InScopeAsync(async scope =>
        {
            await Of(scope).ForgetAsync(person, CancellationToken.None);
            scope.GetRequiredService<AuditTrail>().Write("ForgetPerson", "person", person);
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });
        await hearth.SendAsync();

        var messages = await hearth.MessagesAsync();
        Assert.Equal(
            [MessageStatus.Sent, MessageStatus.Sent, MessageStatus.Cancelled, MessageStatus.Cancelled],
            messages.OrderBy(m => m.CreatedAt).ThenBy(m => m.Status).Select(m => m.Status).OrderBy(s => s)
        );
        var everything = await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var rows = await db.Set<StoredMessage>().Where(m => m.PersonId != other).ToListAsync();
            var lines = await db.Set<MessageEvent>().ToListAsync();
            return System.Text.Json.JsonSerializer.Serialize(rows) + System.Text.Json.JsonSerializer.Serialize(lines);
        });
        foreach (var trace in new[] { "Marcus", "marcus@", "Tannery", person.ToString(), "8 minutes" })
        {
            Assert.DoesNotContain(trace, everything, StringComparison.OrdinalIgnoreCase);
        }
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Contains(messages.Single(m => m.PersonId == other).Id.ToString("N"), file, StringComparison.Ordinal);

        var page = await officer.OpenAsync($"/messages/{messages[0].Id}");
        Assert.Contains("are erased", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_secret_message_that_has_gone_does_not_keep_the_address_that_several_may_share(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(Sender.NewFolder()));
        await using var __ = hearth;
        var code = await hearth.QueueAsync(Post.Message("code", body: "Your code is 417 203.") with { Secret = true });
        var plain = await hearth.QueueAsync(Post.Message("plain"));

        await hearth.SendAsync();

        var gone = await hearth.MessageAsync(code);
        Assert.Equal((MessageStatus.Sent, "", "", ""), (gone.Status, gone.ToName, gone.ToAddress, gone.Body));
        Assert.Equal("marcus@tenant.example", (await hearth.MessageAsync(plain)).ToAddress);
    }

    [Theory, BothDatabases]
    public async Task Messages_older_than_two_years_lose_their_words_and_addresses_and_still_count(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var __ = hearth;
        var (person, about) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var old = await hearth.QueueAsync(Post.Message("old", person: person, about: about));
        var waits = await hearth.QueueAsync(Post.Message("waits", Channel.Letter, about: about));
        await hearth.SendAsync();
        hearth.Clock.MoveTo(new DateOnly(2028, 11, 12));
        var young = await hearth.QueueAsync(Post.Message("young", about: about));
        await hearth.SendAsync();
        await ForgetOldAsync(hearth);
        Assert.Equal("marcus@tenant.example", (await hearth.MessageAsync(old)).ToAddress);

        hearth.Clock.MoveTo(new DateOnly(2028, 11, 13));
        await ForgetOldAsync(hearth);

        foreach (var id in new[] { old, waits })
        {
            var blank = await hearth.MessageAsync(id);
            Assert.Equal(("", "", "", ""), (blank.ToName, blank.ToAddress, blank.Subject, blank.Body));
        }
        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(old)).Status);
        Assert.Equal(MessageStatus.Cancelled, (await hearth.MessageAsync(waits)).Status);
        Assert.Equal("marcus@tenant.example", (await hearth.MessageAsync(young)).ToAddress);
        Assert.Contains(young.ToString("N"), Assert.Single(Directory.GetFiles(folder)), StringComparison.Ordinal);
        var held = Assert.Single(await hearth.InScopeAsync(scope => Of(scope).HeldOnAsync(person, CancellationToken.None)));
        Assert.Equal("The address and the words are no longer kept.", held.Value);
    }

    private static Task ForgetOldAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope =>
            scope.GetServices<IJob>().Single(job => job.Name == "let go of what has had its time").RunAsync(CancellationToken.None)
        );

    private static IPersonalData Of(IServiceProvider scope) =>
        scope.GetServices<IPersonalData>().Single(data => data.Covers.Contains(typeof(StoredMessage)));
}
