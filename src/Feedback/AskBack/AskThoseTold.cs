// Asks everyone who was told long enough ago, each once, by their own way; safe to run again after a crash.
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Tellings;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack;

internal sealed class AskThoseTold(
    HearthDb db,
    LoopLedger loop,
    Audience audience,
    Outbox outbox,
    AskWords words,
    InTheirLanguage languages,
    ReplyFinder replies,
    TranslatedReplies translated,
    Settings settings,
    AuditTrail audit,
    TimeProvider time
)
{
    public const string Purpose = "was-it-done";
    private const int Batch = 400;

    public static string Key(Guid reply, Guid person) => $"was-it-done/{reply:N}/{person:N}";

    /// <summary>Asks whoever may be asked about this answer today; returns how many were.</summary>
    public async Task<int> AskAsync(Guid replyId, CancellationToken stop)
    {
        var reply = await db.Set<Reply>().AsNoTracking().FirstAsync(r => r.Id == replyId, stop);
        var rule = await settings.GetAsync<AskBackSettings>(AskBackSettings.Key, stop) ?? new();
        var today = time.Today();
        if (AskBackRules.From(reply, rule) is not { } from || from > today)
        {
            return 0;
        }
        // an officer who asks now means everybody who knows the answer; else each has had time to see
        var toldBefore = reply.AskFrom is null ? time.GetUtcNow().AddDays(-rule.DaysAfter) : time.GetUtcNow();
        var answering = await translated.WithAsync(await replies.WithAsync(reply, stop), stop);
        var asked = 0;
        foreach (var some in (await ToAskAsync(replyId, toldBefore, stop)).Chunk(Batch))
        {
            try
            {
                asked += await AskSomeAsync(answering, some, stop);
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate())
            {
                // another node asks the same people at this moment
                db.ChangeTracker.Clear();
                return asked;
            }
        }
        return asked;
    }

    private Task<List<Guid>> ToAskAsync(Guid reply, DateTimeOffset toldBefore, CancellationToken stop)
    {
        var asked = db.Set<AskedBack>().Where(a => a.ReplyId == reply && a.PersonId != null).Select(a => a.PersonId!.Value);
        return loop
            .Tellings.Where(t => t.ReplyId == reply && t.PersonId != null && t.ToldAt != null && t.ToldAt <= toldBefore)
            .Select(t => t.PersonId!.Value)
            .Where(person => !asked.Contains(person))
            .OrderBy(person => person)
            .ToListAsync(stop);
    }

    private async Task<int> AskSomeAsync(Answering answering, Guid[] people, CancellationToken stop)
    {
        var members = await audience.ForPeopleAsync(people, stop);
        var now = time.GetUtcNow();
        var until = now.AddDays(AskedBack.DaysToAnswer - 1).DayInLondon();
        var asked = 0;
        foreach (var person in people)
        {
            if (members.GetValueOrDefault(person) is not { } member || Ways.First(member) is not { } way)
            {
                continue;
            }
            var code = TypedCode.Draw(AskedBack.CodeLength, TypedCode.Secret);
            db.Add(
                new AskedBack
                {
                    ReplyId = answering.Reply.Id,
                    PersonId = person,
                    Code = code,
                    Channel = way.Channel,
                    AskedAt = now,
                }
            );
            outbox.Add(
                languages.Write(
                    Key(answering.Reply.Id, person),
                    Purpose,
                    answering.Reply.Id,
                    member.Reach(way.Channel)!,
                    way.Channel,
                    phrases => words.For(answering, member, way.Channel, code, until, phrases)
                ) with
                {
                    NotBefore = AskBackRules.Politely(now),
                    Code = way.Channel == Channel.Letter ? words.OnTheLetter(answering.Reply, code, until) : null,
                }
            );
            asked++;
        }
        if (asked > 0)
        {
            audit.Write("AskWhetherDone", "reply", answering.Reply.Id, InWords.People(asked));
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
        return asked;
    }
}
