// What must be true before a reply may be published: complete, about something, and not before its time.
using Hearth.Storage.Public;

namespace Hearth.Feedback.Replies.Publish;

internal static class ReadyToPublish
{
    /// <summary>Every reason why not, in the order of the form.</summary>
    /// <param name="reply">The draft.</param>
    /// <param name="activities">What it answers.</param>
    /// <param name="took">How many people took part in any of them.</param>
    /// <param name="today">Today in England.</param>
    public static IReadOnlyList<Refusal> WhyNot(Reply reply, IReadOnlyList<Activity> activities, int took, DateOnly today)
    {
        if (reply.WithdrawnAt is not null)
        {
            return [new TakenBack()];
        }
        if (reply.Status == ReplyStatus.Published)
        {
            return [new AlreadyPublished()];
        }
        var refusals = new List<Refusal>();
        if (reply.Said.Length == 0)
        {
            refusals.Add(new NothingSaid());
        }
        if (activities.Count == 0)
        {
            refusals.Add(new NoActivity());
        }
        // an answer before everyone has spoken would be no answer to them; how far we are may be said at any time
        if (reply.Kind != ReplyKind.WeAreDoing && activities.FirstOrDefault(a => a.OpenOn(today)) is { } open)
        {
            refusals.Add(new StillOpen(open.Title));
        }
        if (activities.Count > 0 && reply.SaidBy > took)
        {
            refusals.Add(new MoreSaidItThanTookPart(took));
        }
        refusals.AddRange(WhyNotOfKind(reply, today));
        return refusals;
    }

    private static IEnumerable<Refusal> WhyNotOfKind(Reply reply, DateOnly today)
    {
        switch (reply.Kind)
        {
            case null:
                yield return new NoKind();
                break;
            case ReplyKind.WeDid:
                if (reply.What.Length == 0)
                {
                    yield return new NothingDone(nameof(ReplyForm.Did), "did");
                }
                if (reply.On is null)
                {
                    yield return new NoDay(nameof(ReplyForm.DidOn), "Enter the day it started");
                }
                else if (reply.On > today)
                {
                    yield return new DayInTheFuture(nameof(ReplyForm.DidOn), "The day it started");
                }
                break;
            case ReplyKind.WeAreDoing:
                if (reply.What.Length == 0)
                {
                    yield return new NothingDone(nameof(ReplyForm.Doing), "are doing");
                }
                if (reply.On is null)
                {
                    yield return new NoDay(nameof(ReplyForm.DoingBy), "Enter the day it will be done or decided by");
                }
                break;
            default:
                if (reply.Reason is null)
                {
                    yield return new NoReason();
                }
                if (reply.Instead is null)
                {
                    yield return new NothingInstead();
                }
                if (reply.DecidedBy is null)
                {
                    yield return new NobodyDecided();
                }
                if (reply.On is null)
                {
                    yield return new NoDay(nameof(ReplyForm.DecidedOn), "Enter the day it was decided");
                }
                else if (reply.On > today)
                {
                    yield return new DayInTheFuture(nameof(ReplyForm.DecidedOn), "The day it was decided");
                }
                break;
        }
    }
}
