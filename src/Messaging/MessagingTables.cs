// The outbox's table.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging;

internal sealed class MessagingTables : ITables
{
    public void Map(ModelBuilder model) =>
        model.Entity<StoredMessage>(message =>
        {
            message.ToTable("messaging_message");
            message.HasIndex(x => x.Key).IsUnique();
            message.HasIndex(x => new { x.Status, x.Channel, x.DueAt });
            message.HasIndex(x => new { x.About, x.Purpose });
            message.HasIndex(x => x.PersonId);
            message.NotAudited("the change that caused the message is audited, and the message keeps its own history");
        });
}
