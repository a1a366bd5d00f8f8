// The tables: messages, what happened to each, and print runs of letters.
using Hearth.Messaging.Letters;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging;

internal sealed class MessagingTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<StoredMessage>(message =>
        {
            message.ToTable("messaging_message");
            message.Property(x => x.Id).ValueGeneratedNever();
            message.Property(x => x.Parts).HasDefaultValueSql("1").ValueGeneratedNever();
            message.HasIndex(x => x.Key).IsUnique();
            message.HasIndex(x => new
            {
                x.Status,
                x.Channel,
                x.DueAt,
            });
            message.HasIndex(x => new { x.About, x.Purpose });
            message.HasIndex(x => x.PersonId);
            message.HasIndex(x => x.BatchId);
            message.HasIndex(x => x.OutcomeDueAt);
            message.HasIndex(x => x.ReceiptDueAt);
            message.NotAudited("the change that caused the message is audited, and the message keeps its own history");
        });
        model.Entity<MessageEvent>(line =>
        {
            line.ToTable("messaging_event");
            line.Property(x => x.Id).ValueGeneratedNever();
            line.HasIndex(x => x.MessageId);
            line.NotAudited("it is itself the history of a message");
        });
        model.Entity<PrintRun>(run =>
        {
            run.ToTable("messaging_print_run");
            run.Property(x => x.Id).ValueGeneratedNever();
            run.HasIndex(x => x.Status);
        });
    }
}
