// Writes, publishes and tells on days gone by, through the same handlers, each with a clock that stands on that day.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Publish;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Replies.Translations.Translate;
using Hearth.Feedback.Replies.Write;
using Hearth.Feedback.Tellings;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Demo;

internal sealed class DemoPast(IServiceProvider services, HearthDb db, LoopLedger loop, EndedElsewhere ended, PhraseBook book)
{
    private const string By = "demo";

    public Task<Guid> DraftAsync(Guid activity, ReplyForm form, DateOnly on, CancellationToken stop) =>
        WriteAsync(activity, form, new StandingClock(on.StartInLondon().AddHours(10)), stop);

    /// <summary>Writes and publishes an answer on this day, and lets the messages arrive on the days after.</summary>
    /// <param name="activity">What it answers.</param>
    /// <param name="form">In words.</param>
    /// <param name="on">The day of publishing.</param>
    /// <param name="random">Who is reached when.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="leave">So many are still not told.</param>
    /// <param name="inLanguages">Its words by language, then by part, checked by nobody.</param>
    /// <param name="waitingLetters">Letters wait for the next print run, and calls for a caller.</param>
    public async Task<Guid> AnswerAsync(
        Guid activity,
        ReplyForm form,
        DateOnly on,
        Random random,
        CancellationToken stop,
        int leave = 0,
        bool waitingLetters = false,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? inLanguages = null
    )
    {
        var at = on.StartInLondon().AddHours(11);
        var clock = new StandingClock(at);
        var reply = await WriteAsync(activity, form, clock, stop);
        foreach (var (code, words) in inLanguages ?? new Dictionary<string, IReadOnlyDictionary<string, string>>())
        {
            await TranslateAsync(reply, code, words, clock, stop);
        }
        var outbox = With<Outbox>(clock);
        var ledger = With<LoopLedger>(clock);
        var audit = With<AuditTrail>(clock);
        var tell = With<TellParticipants>(ledger, outbox, audit, clock);
        var refusals = await With<PublishReply>(ledger, tell, audit, clock).DoAsync(reply, null, stop);
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException($"The demo's own answer was refused: {refusals[0].Words}");
        }
        await tell.PlanAsync(reply, int.MaxValue, stop);
        await LetArriveAsync(reply, at, random, leave, waitingLetters, stop);
        return reply;
    }

    private async Task<Guid> WriteAsync(Guid activity, ReplyForm form, TimeProvider clock, CancellationToken stop)
    {
        form.Activities = [activity];
        // where fewer took part than the words say, nobody claims a number
        if (int.TryParse(form.SaidBy, out var said) && said > await loop.Participations.CountAsync(p => p.ActivityId == activity, stop))
        {
            form.SaidBy = null;
        }
        var written = await With<WriteReply>(With<AuditTrail>(clock), clock).NewAsync(form, stop);
        db.ChangeTracker.Clear();
        return written.Reply?.Id ?? throw new InvalidOperationException($"The demo's own answer was refused: {written.Refusals[0].Words}");
    }

    private async Task TranslateAsync(
        Guid id,
        string code,
        IReadOnlyDictionary<string, string> words,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        // a landlord may have taken the language out of its folder
        if (book.Find(code) is not { } language)
        {
            return;
        }
        var reply = await db.Set<Reply>().AsNoTracking().FirstAsync(r => r.Id == id, stop);
        var texts = Parts.Of(reply, []).Where(part => words.ContainsKey(part.Key)).Select(part => (part, words[part.Key])).ToList();
        await With<TranslateReply>(With<AuditTrail>(clock), clock).DoAsync(id, language, texts, isChecked: false, stop);
        db.ChangeTracker.Clear();
    }

    private async Task LetArriveAsync(Guid reply, DateTimeOffset at, Random random, int leave, bool waitingLetters, CancellationToken stop)
    {
        var stuck = new HashSet<Guid>();
        for (var round = 0; round < 5; round++)
        {
            var waiting = await loop
                .Tellings.Where(t => t.ReplyId == reply && t.ToldAt == null && t.PersonId != null)
                .OrderBy(t => t.Id)
                .Select(t => new { Person = t.PersonId!.Value, t.Channel })
                .ToListAsync(stop);
            if (round == 0)
            {
                stuck.UnionWith(waiting.OrderBy(t => IsCall(t.Channel) ? 0 : 1).Take(leave).Select(t => t.Person));
            }
            // who is never reached has everything come back, until they stand on the call list
            var going = waiting
                .Where(t =>
                    stuck.Contains(t.Person) ? !IsCall(t.Channel) : !(waitingLetters && (t.Channel == "Letter" || IsCall(t.Channel)))
                )
                .ToList();
            // an e-mail in thirty comes back; its next way is tried in the next round
            foreach (
                var some in going.GroupBy(t =>
                    (
                        t.Channel,
                        Fails: stuck.Contains(t.Person) || (t.Channel == "Email" && random.Next(30) == 0),
                        Days: DaysBy(t.Channel, random) + round
                    )
                )
            )
            {
                var channel = some.Key.Channel == Way.FaceToFace ? Channel.Telephone : Enum.Parse<Channel>(some.Key.Channel);
                var keys = some.Select(t => TellParticipants.Key(reply, t.Person, channel)).ToList();
                var (status, reason) = some.Key.Fails ? (MessageStatus.Failed, "It came back") : (MessageStatus.Sent, null);
                await ended.EndAsync(keys, status, at.AddDays(some.Key.Days).AddMinutes(5), By, reason, stop);
                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Asks everyone who was told whether it was done, on this day, and lets some of them answer in the days after.</summary>
    /// <param name="says">How many answer yes, partly, no and cannot tell.</param>
    public async Task AskBackAsync(
        Guid reply,
        DateOnly on,
        (int Yes, int Partly, int No, int CannotTell) says,
        Random random,
        CancellationToken stop
    )
    {
        var at = on.StartInLondon().AddHours(11);
        var clock = new StandingClock(at);
        var audit = With<AuditTrail>(clock);
        await With<AskThoseTold>(With<Outbox>(clock), audit, clock).AskAsync(reply, stop);
        var asked = await db.Set<AskedBack>().Where(a => a.ReplyId == reply).OrderBy(a => a.Id).ToListAsync(stop);
        var keys = asked.Select(a => AskThoseTold.Key(reply, a.PersonId!.Value)).ToList();
        await ended.EndAsync(keys, MessageStatus.Sent, at.AddDays(1), By, null, stop);
        var answers = Enumerable
            .Repeat(WasDone.Yes, says.Yes)
            .Concat(Enumerable.Repeat(WasDone.Partly, says.Partly))
            .Concat(Enumerable.Repeat(WasDone.No, says.No))
            .Concat(Enumerable.Repeat(WasDone.CannotTell, says.CannotTell));
        foreach (var (one, answer) in asked.OrderBy(_ => random.Next()).Zip(answers))
        {
            one.Answer = answer;
            one.AnsweredAt = at.AddDays(random.Next(1, 12)).AddMinutes(random.Next(400));
            one.Words = DemoAnswers.SaidBack(answer, random);
            one.RingMe = answer == WasDone.No && one.Words is not null;
            one.RungAt = one.RingMe && random.Next(3) > 0 ? one.AnsweredAt.Value.AddDays(2) : null;
            one.RungBy = one.RungAt is null ? null : "Maya Desai";
        }
        audit.Write("AnswerWhetherDone", "reply", reply);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static bool IsCall(string way) => way is nameof(Channel.Telephone) or Way.FaceToFace;

    private static int DaysBy(string way, Random random) =>
        way switch
        {
            "Letter" => random.Next(2, 5),
            "Telephone" or Way.FaceToFace => random.Next(3, 12),
            _ => 0,
        };

    private T With<T>(params object[] given) => ActivatorUtilities.CreateInstance<T>(services, given);

    private sealed class StandingClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
