// One message through its way out: taken, tried, and what became of it recorded, each step in a unit of work of its own.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Notify;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hearth.Messaging.Sending;

internal sealed partial class Sendings(IServiceScopeFactory scopes, WaysOut ways, TimeProvider time, ILogger<Sendings> log)
{
    /// <summary>Longer than any way out may take, so that a lease that has run out means a dead node.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>No lease is longer: what says so was taken by a clock that was ahead.</summary>
    public static readonly TimeSpan LongestLease = Lease + ClockLeap.Trifle;

    /// <summary>A module that could not take an outcome is told again well before this.</summary>
    private static readonly TimeSpan LongestUntold = TimeSpan.FromHours(1);

    private const string TooLate = "Too late: it was of no use any more";

    /// <summary>Takes the message, unless somebody else has it, and tries once; false when it was not there to be taken.</summary>
    public async Task<bool> SendAsync(Guid id, CancellationToken stop)
    {
        var mine = Guid.CreateVersion7();
        if (await TakeAsync(id, mine, stop) is not (var message, var mayLeave))
        {
            return false;
        }
        Dispatch dispatch;
        if (!mayLeave)
        {
            dispatch = new Refused(OutcomeReasons.HeldBack);
        }
        else if (message.NotAfter < time.GetUtcNow())
        {
            dispatch = new Refused(TooLate);
        }
        else
        {
            try
            {
                dispatch = await ways.For(message.Channel)!.SendAsync(message, stop);
            }
            catch (Exception failure)
            {
                // A bug in the way out: how far it came is not known.
                LogBroken(log, failure, id);
                dispatch = new Unknown("Hearth itself broke while sending: " + failure.GetType().Name);
            }
        }
        if (dispatch is WayClosed)
        {
            ways.Close(message.Channel);
        }
        await RecordAsync(id, mine, Anonymous(dispatch, message));
        return true;
    }

    /// <summary>A message whose node died: sent again only where that is harmless, else in doubt.</summary>
    public Task LeftBehindAsync(Guid id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var longest = now + LongestLease;
        return InUnitAsync(
            db => db.Where(m => m.Id == id && m.Status == MessageStatus.Sending && (m.LeasedUntil < now || m.LeasedUntil > longest)),
            (message, outcomes) =>
            {
                if (ways.For(message.Channel) is { SafeToRepeat: true })
                {
                    Back(message, now);
                    outcomes.Note(message, "Taken up again", "The computer that was sending it stopped.", Outcomes.Hearth);
                }
                else
                {
                    Doubt(message, outcomes, "The computer that was sending it stopped. It may have gone.");
                }
                return Task.CompletedTask;
            },
            stop
        );
    }

    /// <summary>A message that a clock which was ahead wrote or put off: planned again by the clock as it is. A sign-in code is too old by then.</summary>
    public Task PlanAgainAsync(Guid id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return InUnitAsync(
            db => db.Where(AheadOfTime.At(now)).Where(m => m.Id == id),
            (message, outcomes) =>
            {
                if (message.Secret && message.CreatedAt > now)
                {
                    message.CreatedAt = now;
                    return outcomes.EndAsync(message, MessageStatus.Failed, "Not sent", TooLate, Outcomes.Hearth, stop);
                }
                message.DueAt = AheadOfTime.Again(message, now);
                message.CreatedAt = message.CreatedAt < now ? message.CreatedAt : now;
                outcomes.Note(message, "Planned again", "The server’s clock was ahead when it was planned.", Outcomes.Hearth);
                return Task.CompletedTask;
            },
            stop
        );
    }

    /// <summary>A message that waited until it was of no use.</summary>
    public Task TooLateAsync(Guid id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return InUnitAsync(
            db => db.Where(m => m.Id == id && m.Status == MessageStatus.Queued && m.NotAfter < now),
            (message, outcomes) => outcomes.EndAsync(message, MessageStatus.Failed, "Not sent", TooLate, Outcomes.Hearth, stop),
            stop
        );
    }

    /// <summary>Tells the modules of ends that they have not been told of; one that cannot take it now is told again later.</summary>
    public async Task TellDueAsync(int most, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var longest = now + LongestUntold;
        List<Guid> due;
        using (var scope = Scope())
        {
            due = await scope
                .ServiceProvider.GetRequiredService<HearthDb>()
                .Set<StoredMessage>()
                .Where(m => m.OutcomeDueAt <= now || m.OutcomeDueAt > longest)
                .OrderBy(m => m.OutcomeDueAt)
                .Select(m => m.Id)
                .Take(most)
                .ToListAsync(stop);
        }
        foreach (var id in due)
        {
            try
            {
                await InUnitAsync(
                    db => db.Where(m => m.Id == id && (m.OutcomeDueAt <= now || m.OutcomeDueAt > longest)),
                    (message, outcomes) => outcomes.TellAsync(message, stop),
                    stop
                );
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotTold(log, failure, id);
                await TellLaterAsync(id, stop);
            }
        }
    }

    private async Task TellLaterAsync(Guid id, CancellationToken stop)
    {
        using var scope = Scope();
        var again = time.GetUtcNow() + TimeSpan.FromMinutes(5);
        await scope
            .ServiceProvider.GetRequiredService<HearthDb>()
            .Set<StoredMessage>()
            .Where(m => m.Id == id && m.OutcomeDueAt != null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.OutcomeDueAt, (DateTimeOffset?)again), stop);
    }

    // Not to be cut off half way: a message taken by nobody would fall in doubt though it never went.
    private async Task<(StoredMessage Message, bool MayLeave)?> TakeAsync(Guid id, Guid mine, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            return null;
        }
        using var scope = Scope();
        var messages = scope.ServiceProvider.GetRequiredService<HearthDb>().Set<StoredMessage>();
        var now = time.GetUtcNow();
        var until = now + Lease;
        var taken = await messages
            .Where(m => m.Id == id && m.Status == MessageStatus.Queued && m.DueAt <= now)
            .ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.Status, MessageStatus.Sending)
                        .SetProperty(x => x.LeasedUntil, (DateTimeOffset?)until)
                        .SetProperty(x => x.LeasedBy, (Guid?)mine)
                        .SetProperty(x => x.Attempts, x => x.Attempts + 1),
                CancellationToken.None
            );
        if (taken != 1)
        {
            return null;
        }
        var message = await messages.SingleAsync(m => m.Id == id, CancellationToken.None);
        // asked at the last moment: what was set a minute ago holds for what was written an hour ago
        var mayLeave = await scope.ServiceProvider.GetRequiredService<Safely>().MayLeaveAsync(message, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<HearthDb>().SaveChangesAsync(CancellationToken.None);
        return (message, mayLeave);
    }

    // The node may be stopping, but what is known by now must not be lost: no cancellation here.
    private async Task RecordAsync(Guid id, Guid mine, Dispatch dispatch)
    {
        try
        {
            await RecordOnceAsync(id, mine, dispatch, tell: true);
        }
        catch (Exception failure)
        {
            LogNotRecorded(log, failure, id);
            await RecordOnceAsync(id, mine, dispatch, tell: false);
        }
    }

    private Task RecordOnceAsync(Guid id, Guid mine, Dispatch dispatch, bool tell) =>
        InUnitAsync(
            // In doubt by now, if this node was thought dead: what it knows is better than doubt.
            db =>
                db.Where(m => m.Id == id && m.LeasedBy == mine && (m.Status == MessageStatus.Sending || m.Status == MessageStatus.InDoubt)),
            async (message, outcomes) =>
            {
                switch (dispatch)
                {
                    case Accepted accepted:
                        message.ProviderId = accepted.ProviderId;
                        // a letter is printed a day or two after it was taken
                        message.ReceiptDueAt = message.Channel == Channel.Letter ? time.GetUtcNow() + FollowLetters.First : null;
                        await EndAsync(MessageStatus.Sent, "Sent", null);
                        break;
                    case Refused refused:
                        await EndAsync(MessageStatus.Failed, "Refused", refused.Reason);
                        break;
                    case NotNow notNow when Backoff.After(message.Attempts) is { } wait:
                        Back(message, time.GetUtcNow() + wait, notNow.Reason);
                        outcomes.Note(message, "Tried, will try again", notNow.Reason, Outcomes.Hearth);
                        MessageMeter.Retry(message);
                        break;
                    case NotNow notNow when message.Channel == Channel.Letter:
                        // asked for the last time, it may have it: printed here as well, the home would get two
                        Doubt(message, outcomes, $"Tried {message.Attempts} times. {notNow.Reason}. It may have it all the same.");
                        break;
                    case NotNow notNow:
                        await EndAsync(MessageStatus.Failed, "Given up", $"Tried {message.Attempts} times. {notNow.Reason}");
                        break;
                    case WayClosed closed:
                        // It says nothing about this message: the try does not count.
                        message.Attempts--;
                        Back(message, time.GetUtcNow() + TimeSpan.FromMinutes(1), closed.Reason);
                        MessageMeter.Retry(message);
                        break;
                    case ByHand byHand:
                        outcomes.PrintHere(message, byHand.Reason);
                        break;
                    case Unknown unknown:
                        Doubt(message, outcomes, unknown.Reason);
                        break;
                }

                async Task EndAsync(MessageStatus status, string what, string? reason)
                {
                    if (tell)
                    {
                        await outcomes.EndAsync(message, status, what, reason, Outcomes.Hearth, CancellationToken.None);
                    }
                    else
                    {
                        outcomes.EndUntold(message, status, what, reason, Outcomes.Hearth, TimeSpan.FromMinutes(1));
                    }
                }
            },
            CancellationToken.None
        );

    private async Task InUnitAsync(
        Func<IQueryable<StoredMessage>, IQueryable<StoredMessage>> asBelieved,
        Func<StoredMessage, Outcomes, Task> change,
        CancellationToken stop
    )
    {
        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
        var outcomes = scope.ServiceProvider.GetRequiredService<Outcomes>();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await outcomes.HoldAsync(asBelieved(db.Set<StoredMessage>()), stop) is { } message)
        {
            await change(message, outcomes);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }
    }

    private IServiceScope Scope()
    {
        var scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<Actor>().System("send-messages");
        return scope;
    }

    private static void Back(StoredMessage message, DateTimeOffset due, string? reason = null)
    {
        message.Status = MessageStatus.Queued;
        message.DueAt = due;
        message.LeasedUntil = null;
        message.LeasedBy = null;
        message.LastError = reason;
    }

    private static void Doubt(StoredMessage message, Outcomes outcomes, string why)
    {
        message.Status = MessageStatus.InDoubt;
        message.LeasedUntil = null;
        message.LastError = why;
        outcomes.Note(message, "In doubt", why, Outcomes.Hearth);
        MessageMeter.Doubt(message);
    }

    // A server's refusal often quotes the address; the reason is told to other modules and outlives the person's erasure there.
    private static Dispatch Anonymous(Dispatch dispatch, StoredMessage message)
    {
        string Hide(string reason) =>
            message.ToAddress.Length == 0 ? reason : reason.Replace(message.ToAddress, "…", StringComparison.OrdinalIgnoreCase);
        return dispatch switch
        {
            NotNow notNow => new NotNow(Hide(notNow.Reason)),
            Refused refused => new Refused(Hide(refused.Reason)),
            WayClosed closed => new WayClosed(Hide(closed.Reason)),
            Unknown unknown => new Unknown(Hide(unknown.Reason)),
            ByHand byHand => new ByHand(Hide(byHand.Reason)),
            _ => dispatch,
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending message {Message} broke")]
    private static partial void LogBroken(ILogger log, Exception failure, Guid message);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The outcome of message {Message} could not be recorded with the modules' own; recorded alone"
    )]
    private static partial void LogNotRecorded(ILogger log, Exception failure, Guid message);

    [LoggerMessage(Level = LogLevel.Error, Message = "A module could not take the outcome of message {Message}; it will be told again")]
    private static partial void LogNotTold(ILogger log, Exception failure, Guid message);
}
