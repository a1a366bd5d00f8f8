// The way out: a message is written with the change that caused it, and sent afterwards by the sender's job.
using System.Text.Json;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Public;

public sealed partial class Outbox(HearthDb db, TimeProvider time)
{
    /// <summary>Adds the message to this unit of work. The caller has made sure that the key is new (see <see cref="KnownKeysAsync"/>); the database refuses a second.</summary>
    public Guid Add(MessageToSend message)
    {
        var stored = Stored(message);
        db.Add(stored);
        return stored.Id;
    }

    private StoredMessage Stored(MessageToSend message)
    {
        var now = time.GetUtcNow();
        return new StoredMessage
        {
            Key = message.Key,
            Purpose = message.Purpose,
            About = message.About,
            PersonId = message.To.PersonId,
            Channel = message.Channel,
            ToName = OneLine(message.To.Name),
            ToAddress = message.To.Address,
            Language = message.To.Language,
            Subject = OneLine(message.Subject),
            Body = message.Body,
            Code = message.Code is null ? null : JsonSerializer.Serialize(message.Code),
            English = message.English is null ? null : JsonSerializer.Serialize(message.English),
            Parts = message.Channel == Channel.Text ? TextParts.Of(message.Body).Parts : 1,
            Secret = message.Secret,
            CreatedAt = now,
            DueAt = message.NotBefore ?? now,
            NotAfter = message.NotAfter,
        };
    }

    /// <summary>Which of these keys have been used.</summary>
    public async Task<IReadOnlySet<string>> KnownKeysAsync(IReadOnlyCollection<string> keys, CancellationToken stop = default) =>
        (await db.Set<StoredMessage>().Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(stop)).ToHashSet(
            StringComparer.Ordinal
        );

    /// <summary>How many messages about a thing, by purpose, channel and status.</summary>
    public async Task<IReadOnlyList<OutboxCount>> CountsAsync(Guid about, CancellationToken stop = default) =>
        await db.Set<StoredMessage>()
            .Where(m => m.About == about)
            .GroupBy(m => new
            {
                m.Purpose,
                m.Channel,
                m.Status,
            })
            .Select(g => new OutboxCount(g.Key.Purpose, g.Key.Channel, g.Key.Status, g.Count(), g.Max(m => m.EndedAt))
            {
                Parts = g.Sum(m => m.Parts),
            })
            .ToListAsync(stop);

    /// <summary>Takes back what has not gone yet to this person about this thing.</summary>
    public Task<int> CancelAsync(Guid about, Guid person, CancellationToken stop = default)
    {
        var now = time.GetUtcNow();
        return db.Set<StoredMessage>()
            .Where(m => m.About == about && m.PersonId == person && m.Status == MessageStatus.Queued)
            .ExecuteUpdateAsync(
                m => m.SetProperty(x => x.Status, MessageStatus.Cancelled).SetProperty(x => x.EndedAt, (DateTimeOffset?)now),
                stop
            );
    }

    // A line break in a subject or a name would be a second header to a careless reader further on.
    private static string OneLine(string text) =>
        string.Join(' ', text.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static readonly char[] LineBreaks = ['\r', '\n', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0'];
}

/// <summary>Messages of one purpose, channel and status.</summary>
public sealed record OutboxCount(string Purpose, Channel Channel, MessageStatus Status, int Count, DateTimeOffset? LastEndedAt)
{
    /// <summary>A text is paid for by its parts; of every other message there are as many as messages.</summary>
    public int Parts { get; init; } = Count;
}
