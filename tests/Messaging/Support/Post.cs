// What the tests do with messages: put them in the outbox, let the sender run, look at what became of them.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging.Tests.Support;

internal static class Post
{
    public const string Address = "14 Tannery Row\nFennside\nOusebridge\nOB4 2QR";

    public static MessageToSend Message(
        string key,
        Channel channel = Channel.Email,
        string? address = null,
        string name = "Marcus Hale",
        string subject = "Tell us how we are doing",
        string body = "Every year we ask what you think.\n\nIt takes 8 minutes.",
        Guid? person = null,
        string purpose = "survey-invitation",
        Guid? about = null
    ) =>
        new(
            key,
            purpose,
            about,
            new Recipient(
                person,
                name,
                address
                    ?? channel switch
                    {
                        Channel.Email => "marcus@tenant.example",
                        Channel.Letter => Address,
                        _ => "+447700900123",
                    }
            ),
            channel,
            subject,
            body
        );

    public static Task<Guid> QueueAsync(this HearthApp hearth, MessageToSend message) =>
        hearth.InScopeAsync(async scope =>
        {
            var id = scope.GetRequiredService<Outbox>().Add(message);
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
            return id;
        });

    public static Task QueueAsync(this HearthApp hearth, IEnumerable<MessageToSend> messages) =>
        hearth.InScopeAsync(async scope =>
        {
            var outbox = scope.GetRequiredService<Outbox>();
            foreach (var message in messages)
            {
                outbox.Add(message);
            }
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

    public static Task SendAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(scope => scope.GetServices<IJob>().Single(job => job.Name == "send-messages").RunAsync(CancellationToken.None));

    public static Task<StoredMessage> MessageAsync(this HearthApp hearth, Guid id) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<HearthDb>().Set<StoredMessage>().AsNoTracking().SingleAsync(m => m.Id == id));

    public static Task<List<StoredMessage>> MessagesAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(scope =>
            scope.GetRequiredService<HearthDb>().Set<StoredMessage>().AsNoTracking().OrderBy(m => m.Key).ToListAsync()
        );

    public static Task ChangeAsync(this HearthApp hearth, Guid id, Action<StoredMessage> change) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            change(await db.Set<StoredMessage>().SingleAsync(m => m.Id == id));
            await db.SaveChangesAsync();
        });

    public static Task<List<string>> HistoryAsync(this HearthApp hearth, Guid id) =>
        hearth.InScopeAsync(scope =>
            scope
                .GetRequiredService<HearthDb>()
                .Set<MessageEvent>()
                .Where(e => e.MessageId == id)
                .OrderBy(e => e.Id)
                .Select(e => e.What)
                .ToListAsync()
        );
}

/// <summary>A module that keeps what it is told, in the database, in the unit of work that tells it.</summary>
internal sealed class KeepsOutcomes(HearthDb db, Told told) : IMessageOutcomes
{
    public Task OnOutcomeAsync(MessageOutcome outcome, CancellationToken stop)
    {
        if (told.Refuses)
        {
            throw new InvalidOperationException("this module cannot take it");
        }
        told.Outcomes.Enqueue(outcome);
        // a row of any kind, to see that it is saved with the outcome
        db.Add(
            new MessageEvent
            {
                MessageId = outcome.MessageId,
                At = outcome.At,
                What = "told a module",
                By = "test",
            }
        );
        return Task.CompletedTask;
    }
}

internal sealed class Told
{
    public System.Collections.Concurrent.ConcurrentQueue<MessageOutcome> Outcomes { get; } = new();

    public bool Refuses { get; set; }
}

/// <summary>A Hearth that sends through this mail server, or into a folder of its own.</summary>
internal static class Sender
{
    public static async Task<(HearthApp Hearth, Told Told)> StartAsync(
        DatabaseKind kind,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null
    )
    {
        var told = new Told();
        var hearth = await HearthApp.StartAsync(
            kind,
            settings,
            more =>
            {
                more.AddSingleton(told);
                more.AddScoped<IMessageOutcomes, KeepsOutcomes>();
                services?.Invoke(more);
            }
        );
        return (hearth, told);
    }

    public static Dictionary<string, string?> Folder(string folder) => new(StringComparer.Ordinal) { ["Messaging:Folder"] = folder };

    public static string NewFolder() => Path.Combine(Path.GetTempPath(), "hearth-tests", $"messages-{Guid.CreateVersion7():N}");
}
