// Takes a person's answer to “was it done?”, and what they add. The last answer holds.
using Hearth.Feedback.Replies;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack.Answer;

/// <summary>What stands behind a code.</summary>
internal sealed record AskedOf(AskedBack Asked, Answering Answering, bool Open);

internal sealed class AnswerAskBack(HearthDb db, ReplyFinder replies, AuditTrail audit, TimeProvider time)
{
    /// <summary>The question behind a code, however it was typed; null where there is none.</summary>
    public async Task<AskedOf?> FindAsync(string? typed, CancellationToken stop)
    {
        if (TypedCode.Read(typed, AskedBack.CodeLength) is not { } code)
        {
            return null;
        }
        return
            await db.Set<AskedBack>().FirstOrDefaultAsync(a => a.Code == code && a.PersonId != null, stop) is { } asked
            && await replies.FindAsync(asked.ReplyId, stop) is { } answering
            ? new(asked, answering, answering.Reply.Standing && asked.OpenAt(time.GetUtcNow()))
            : null;
    }

    /// <summary>Counts the answer at once: whoever goes no further has been heard.</summary>
    public async Task SayAsync(AskedOf of, WasDone answer, CancellationToken stop)
    {
        of.Asked.Answer = answer;
        of.Asked.AnsweredAt = time.GetUtcNow();
        audit.Write("AnswerWhetherDone", "reply", of.Asked.ReplyId);
        await db.SaveChangesAsync(stop);
    }

    public async Task AddAsync(AskedOf of, string? words, bool ringMe, CancellationToken stop)
    {
        of.Asked.Words = string.IsNullOrWhiteSpace(words) ? null : words.ReplaceLineEndings("\n").Trim();
        of.Asked.RingMe = ringMe;
        if (ringMe)
        {
            (of.Asked.RungAt, of.Asked.RungBy) = (null, null);
        }
        audit.Write("AddToWhetherDone", "reply", of.Asked.ReplyId);
        await db.SaveChangesAsync(stop);
    }
}
