// Replies, what they answer, how they were corrected, their words in other languages, and who was asked whether it was done.
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback;

internal sealed class FeedbackTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Reply>(reply =>
        {
            reply.ToTable("feedback_reply");
            reply.HasIndex(x => x.Number).IsUnique();
            reply.HasIndex(x => x.Status);
            reply.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<ReplyActivity>(activity =>
        {
            activity.ToTable("feedback_reply_activity");
            activity.HasKey(x => new { x.ReplyId, x.ActivityId });
            activity.HasIndex(x => x.ActivityId);
        });
        model.Entity<Correction>(correction =>
        {
            correction.ToTable("feedback_correction");
            correction.HasIndex(x => x.ReplyId);
        });
        model.Entity<ReplyTranslation>(text =>
        {
            text.ToTable("feedback_reply_translation");
            text.HasIndex(x => new
                {
                    x.ReplyId,
                    x.Language,
                    x.Part,
                })
                .IsUnique();
        });
        model.Entity<AskedBack>(asked =>
        {
            asked.ToTable("feedback_asked_back");
            asked.HasIndex(x => x.Code).IsUnique();
            asked.HasIndex(x => new { x.ReplyId, x.PersonId }).IsUnique();
            asked.HasIndex(x => x.PersonId);
        });
    }
}
