// Blanks the words and addresses of messages that are older than the landlord keeps them; that they went, when and by which channel stays for the counts.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Messaging.Sending.Folder;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Erasure;

internal sealed class ForgetOldMessages(HearthDb db, MessagingOptions options, EmailFolder emails, TextFolder texts, TimeProvider time)
    : IJob
{
    private const int Batch = 500;

    public string Name => "forget old messages";

    public TimeSpan Every => TimeSpan.FromHours(12);

    public async Task RunAsync(CancellationToken stop)
    {
        var before = time.GetUtcNow().AddMonths(-Math.Max(1, options.KeepMonths));
        List<StoredMessage> old;
        do
        {
            old = await db.Set<StoredMessage>()
                .Where(m => m.CreatedAt < before && m.Status != MessageStatus.Sending)
                .Where(m => m.ToAddress != "" || m.ToName != "" || m.Subject != "" || m.Body != "" || m.Code != null)
                .OrderBy(m => m.CreatedAt)
                .Take(Batch)
                .ToListAsync(stop);
            var ids = old.ConvertAll(m => m.Id);
            foreach (var message in old)
            {
                emails.Forget(message);
                texts.Forget(message);
                Blank(message);
            }
            foreach (var line in await db.Set<MessageEvent>().Where(e => ids.Contains(e.MessageId) && e.Note != null).ToListAsync(stop))
            {
                line.Note = null;
            }
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        } while (old.Count == Batch);
    }

    private void Blank(StoredMessage message)
    {
        (message.ToName, message.ToAddress, message.Subject, message.Body, message.Code) = ("", "", "", "", null);
        (message.LastError, message.ProviderId) = (null, null);
        // what has waited so long without an end never goes: there is nothing left to send
        if (message.Status is MessageStatus.Queued or MessageStatus.InDoubt)
        {
            message.Status = MessageStatus.Cancelled;
            message.EndedAt = time.GetUtcNow();
        }
    }
}
