// What messages hold on a person, and how they forget: who, where and what was said go; that a message went stays, for the counts.
using Hearth.Messaging.Board;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Folder;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Erasure;

internal sealed class MessagesHeld(HearthDb db, EmailFolder emails, TextFolder texts, WhatsAppFolder whatsApps, TimeProvider time)
    : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(StoredMessage)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        var messages = await db.Set<StoredMessage>()
            .AsNoTracking()
            .Where(m => m.PersonId == personId)
            .OrderBy(m => m.CreatedAt)
            .ToListAsync(stop);
        return
        [
            .. messages.Select(m => new HeldItem(
                $"{Say.Way(m.Channel)}: {Say.Purpose(m.Purpose)}, {Say.Status(m.Status, m.Channel).ToLowerInvariant()}",
                    // A code is for one use by one person; their file is read by others too.
                    m.ToAddress.Length == 0
                        ? "The address and the words are no longer kept."
                    : m.Secret ? $"To {m.ToName}, {OneLine(m.ToAddress)}. The words are not kept."
                    : $"To {m.ToName}, {OneLine(m.ToAddress)}. {m.Subject}\n{m.Body}",
                m.CreatedAt
            )),
        ];
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        var messages = await db.Set<StoredMessage>().Where(m => m.PersonId == personId).ToListAsync(stop);
        foreach (var message in messages)
        {
            emails.Forget(message);
            texts.Forget(message);
            whatsApps.Forget(message);
            Wipe(message, personId);
        }
        var ids = messages.ConvertAll(m => m.Id);
        foreach (var line in await db.Set<MessageEvent>().Where(e => ids.Contains(e.MessageId) && e.Note != null).ToListAsync(stop))
        {
            line.Note = null;
        }
    }

    private void Wipe(StoredMessage message, Guid personId)
    {
        message.PersonId = null;
        message.ToName = "";
        message.ToAddress = "";
        message.Subject = "";
        message.Body = "";
        message.Code = null;
        message.English = null;
        message.LastError = null;
        (message.PrintHere, message.ReceiptDueAt) = (null, null);
        // A provider's words may hold the address; the key keeps out a second message of the kind, but names nobody.
        message.ProviderId = null;
        message.Key = message
            .Key.Replace(personId.ToString(), message.Id.ToString("N"), StringComparison.OrdinalIgnoreCase)
            .Replace(personId.ToString("N"), message.Id.ToString("N"), StringComparison.OrdinalIgnoreCase);
        var printing = message is { Status: MessageStatus.Sending, Channel: Channel.Letter };
        if (printing || message.Status is MessageStatus.Queued or MessageStatus.InDoubt)
        {
            message.BatchId = null;
            message.Status = MessageStatus.Cancelled;
            message.EndedAt = time.GetUtcNow();
        }
    }

    private static string OneLine(string address) => address.ReplaceLineEndings(", ");
}
