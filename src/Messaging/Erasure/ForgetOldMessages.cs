// Blanks the words and addresses of messages that are older than the landlord keeps them; that they went, when and by which channel stays for the counts.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Messaging.Sending.Folder;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Erasure;

internal sealed class ForgetOldMessages(
    HearthDb db,
    MessagingOptions options,
    EmailFolder emails,
    TextFolder texts,
    WhatsAppFolder whatsApps,
    TimeProvider time
) : IKeptFor
{
    private const int Batch = 500;

    public string Key => "messages";

    public string What => "The words and addresses of messages";

    public string Since => "since the message was written";

    public string Then => "They are blanked. That a message went, when and by which way stays, for the counts.";

    public int Usually => Math.Max(1, options.KeepMonths);

    public int Least => 1;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(StoredMessage), typeof(MessageEvent)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = 0;
        List<StoredMessage> old;
        do
        {
            old = await Old(before).OrderBy(m => m.CreatedAt).Take(Batch).ToListAsync(stop);
            var ids = old.ConvertAll(m => m.Id);
            foreach (var message in old)
            {
                emails.Forget(message);
                texts.Forget(message);
                whatsApps.Forget(message);
                Blank(message);
            }
            foreach (var line in await db.Set<MessageEvent>().Where(e => ids.Contains(e.MessageId) && e.Note != null).ToListAsync(stop))
            {
                line.Note = null;
            }
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            gone += old.Count;
        } while (old.Count == Batch);
        return gone;
    }

    private IQueryable<StoredMessage> Old(DateTimeOffset before) =>
        db.Set<StoredMessage>()
            .Where(m => m.CreatedAt < before && m.Status != MessageStatus.Sending)
            .Where(m => m.ToAddress != "" || m.ToName != "" || m.Subject != "" || m.Body != "" || m.Code != null);

    private void Blank(StoredMessage message)
    {
        (message.ToName, message.ToAddress, message.Subject, message.Body, message.Code) = ("", "", "", "", null);
        (message.English, message.LastError, message.ProviderId) = (null, null, null);
        // what has waited so long without an end never goes: there is nothing left to send
        if (message.Status is MessageStatus.Queued or MessageStatus.InDoubt)
        {
            message.Status = MessageStatus.Cancelled;
            message.EndedAt = time.GetUtcNow();
        }
    }
}
