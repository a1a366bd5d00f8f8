// What came of a call or a visit: reached, no answer, wrong number, said no to this, wants none any more.
using Hearth.Messaging.Board;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Calls.Call;

internal enum CallOutcome
{
    Reached,
    NoAnswer,
    WrongNumber,

    /// <summary>To this kind of message, by whatever way.</summary>
    SaidNo,

    /// <summary>No calls (or visits) about anything.</summary>
    NeverAgain,
}

internal enum CallRefusal
{
    /// <summary>Somebody else has the call, or it has been taken back or ended.</summary>
    NotYoursAnyMore,

    /// <summary>The next try is today, in the past or months away.</summary>
    DayOutOfReach,
}

internal sealed class RecordCall(HearthDb db, Outcomes outcomes, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>How far ahead the next try may lie.</summary>
    public const int FarthestDays = 60;
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    /// <returns>Null when it was written down; else why not.</returns>
    public async Task<CallRefusal?> RecordAsync(Guid id, CallOutcome outcome, DateOnly? tryAgainOn, CancellationToken stop)
    {
        var today = time.Today();
        if (outcome == CallOutcome.NoAnswer && tryAgainOn is { } day && (day <= today || day > today.AddDays(FarthestDays)))
        {
            return CallRefusal.DayOutOfReach;
        }
        var me = actor.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // A turn that has run out is still the caller's, as long as nobody else has taken it.
        var mine = db.Set<StoredMessage>()
            .Where(m => m.Id == id && m.Status == MessageStatus.Queued && m.LeasedBy == me)
            .Where(m => m.Channel == Channel.Telephone || m.Channel == Channel.Door);
        if (await outcomes.HoldAsync(mine, stop) is not { } call)
        {
            return CallRefusal.NotYoursAnyMore;
        }
        call.Attempts++;
        await WriteDownAsync(call, outcome, tryAgainOn ?? today.AddDays(1), stop);
        audit.Write("RecordCall", "message", id, outcome.ToString());
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return null;
    }

    private async Task WriteDownAsync(StoredMessage call, CallOutcome outcome, DateOnly next, CancellationToken stop)
    {
        var door = call.Channel == Channel.Door;
        var went = door ? "Visited" : "Rung";
        var never = door ? OutcomeReasons.AskedNotToBeVisited : OutcomeReasons.AskedNotToBeRung;
        switch (outcome)
        {
            case CallOutcome.Reached:
                await outcomes.EndAsync(call, MessageStatus.Sent, "Reached and told", null, actor.Name, stop);
                break;
            case CallOutcome.WrongNumber:
                await outcomes.EndAsync(
                    call,
                    MessageStatus.Failed,
                    went,
                    door ? OutcomeReasons.GoneAway : OutcomeReasons.WrongNumber,
                    actor.Name,
                    stop
                );
                break;
            case CallOutcome.SaidNo:
                await outcomes.EndAsync(call, MessageStatus.Failed, went, OutcomeReasons.SaidNo, actor.Name, stop);
                break;
            case CallOutcome.NeverAgain:
                await outcomes.EndAsync(call, MessageStatus.Failed, went, never, actor.Name, stop);
                await EndOthersAsync(call, never, stop);
                break;
            case CallOutcome.NoAnswer when call.Attempts >= CallList.MostTries:
                await outcomes.EndAsync(
                    call,
                    MessageStatus.Failed,
                    $"{went}, no answer",
                    door ? $"Nobody was in {call.Attempts} times" : $"Nobody answered {call.Attempts} times",
                    actor.Name,
                    stop
                );
                break;
            default:
                outcomes.Note(call, $"{went}, no answer", $"Try again on {Say.Day(next)}", actor.Name);
                call.DueAt = next.StartInLondon() + Morning;
                call.LeasedUntil = null;
                call.LeasedBy = null;
                call.LeasedByName = null;
                call.LastError = door ? "Nobody in" : "No answer";
                break;
        }
    }

    // Every other call (or visit) to them that still waits, in whoever's hands: its module is told, and finds another way.
    private async Task EndOthersAsync(StoredMessage call, string never, CancellationToken stop)
    {
        if (call.PersonId is not { } person)
        {
            return;
        }
        var others = await db.Set<StoredMessage>()
            .Where(m => m.PersonId == person && m.Id != call.Id && m.Channel == call.Channel && m.Status == MessageStatus.Queued)
            .Select(m => m.Id)
            .ToListAsync(stop);
        foreach (var id in others)
        {
            if (
                await outcomes.HoldAsync(db.Set<StoredMessage>().Where(m => m.Id == id && m.Status == MessageStatus.Queued), stop) is
                { } other
            )
            {
                await outcomes.EndAsync(other, MessageStatus.Failed, "Not made", never, actor.Name, stop);
            }
        }
    }
}
