// Saves a reply while it is a draft: new, or changed.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Replies.Write;

/// <summary>The reply as saved, or why it was not.</summary>
internal sealed record Written(Reply? Reply, IReadOnlyList<Refusal> Refusals);

internal sealed class WriteReply(HearthDb db, Activities activities, Actor actor, AuditTrail audit, TimeProvider time)
{
    /// <summary>Starts a draft.</summary>
    public async Task<Written> NewAsync(ReplyForm form, CancellationToken stop)
    {
        if (await WhyNotAsync(form, stop) is { Count: > 0 } refusals)
        {
            return new(null, refusals);
        }
        for (var attempt = 0; ; attempt++)
        {
            var reply = new Reply
            {
                Number = (await db.Set<Reply>().MaxAsync(r => (int?)r.Number, stop) ?? 0) + 1,
                CreatedAt = time.GetUtcNow(),
                WrittenBy = actor.Name,
            };
            form.Into(reply);
            db.Add(reply);
            await AnswersAsync(reply.Id, form.Activities, stop);
            audit.Write("WriteReply", "reply", reply.Id, reply.Title);
            try
            {
                await db.SaveChangesAsync(stop);
                return new(reply, []);
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate() && attempt < 5)
            {
                // another officer took this number a moment ago
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Changes a draft. A published reply is corrected, never changed.</summary>
    public async Task<Written> ChangeAsync(Guid id, ReplyForm form, CancellationToken stop)
    {
        var reply = await db.Set<Reply>().FirstAsync(r => r.Id == id, stop);
        if (reply.Status == ReplyStatus.Published)
        {
            return new(null, [new AlreadyPublished()]);
        }
        var refusals = await WhyNotAsync(form, stop);
        if (reply.Version != form.Version)
        {
            refusals = [new ChangedMeanwhile(), .. refusals];
        }
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }
        form.Into(reply);
        reply.Version++;
        await AnswersAsync(id, form.Activities, stop);
        audit.Write("ChangeReply", "reply", id, reply.Title);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(null, [new ChangedMeanwhile()]);
        }
        return new(reply, []);
    }

    private async Task<IReadOnlyList<Refusal>> WhyNotAsync(ReplyForm form, CancellationToken stop)
    {
        var refusals = form.WhyNotSave().ToList();
        form.Activities = [.. form.Activities.Distinct()];
        var known = await activities.TheseAsync(form.Activities, stop);
        if (known.Count < form.Activities.Count)
        {
            refusals.Add(new UnknownActivity());
        }
        var typed = new Reply();
        form.Into(typed);
        if (known.Count > 0 && typed.SaidBy is { } said && await activities.TookPartAsync(form.Activities, stop) is var took && said > took)
        {
            refusals.Add(new MoreSaidItThanTookPart(took));
        }
        return refusals;
    }

    private async Task AnswersAsync(Guid reply, IReadOnlyList<Guid> chosen, CancellationToken stop)
    {
        var rows = await db.Set<ReplyActivity>().Where(a => a.ReplyId == reply).ToListAsync(stop);
        db.RemoveRange(rows.Where(row => !chosen.Contains(row.ActivityId)));
        for (var position = 0; position < chosen.Count; position++)
        {
            if (rows.FirstOrDefault(row => row.ActivityId == chosen[position]) is { } kept)
            {
                kept.Position = position;
            }
            else
            {
                db.Add(
                    new ReplyActivity
                    {
                        ReplyId = reply,
                        ActivityId = chosen[position],
                        Position = position,
                    }
                );
            }
        }
    }
}
