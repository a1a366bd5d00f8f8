// What a person was asked back and said, for their file; forgotten, their answer stays counted and leads to nobody.
using Hearth.Feedback.Replies;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack;

internal sealed class AskedBackHeld(HearthDb db, Outbox outbox) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(AskedBack)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        var rows = await (
            from asked in db.Set<AskedBack>()
            where asked.PersonId == personId
            join reply in db.Set<Reply>() on asked.ReplyId equals reply.Id
            orderby asked.AskedAt
            select new { Asked = asked, reply.Title }
        ).ToListAsync(stop);
        return
        [
            .. rows.Select(row => new HeldItem(
                "Asked whether it was done",
                row.Asked.Answer is { } answer
                    ? $"{row.Title}: {AnswerWords.Of(answer)}{(row.Asked.Words is { } words ? $". “{words}”" : "")}{(row.Asked.RingMe ? ". Wants to be rung" : "")}"
                    : $"{row.Title}: no answer yet",
                row.Asked.AnsweredAt ?? row.Asked.AskedAt
            )),
        ];
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        foreach (var asked in await db.Set<AskedBack>().Where(a => a.PersonId == personId).ToListAsync(stop))
        {
            await outbox.CancelAsync(asked.ReplyId, personId, stop);
            asked.PersonId = null;
            // the link in their letter opens nothing any more
            asked.Code = TypedCode.Draw(AskedBack.CodeLength, TypedCode.Secret);
            asked.Words = null;
            asked.RingMe = false;
        }
    }
}
