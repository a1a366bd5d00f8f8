// Whom to ring next about a survey: call-backs that are due, then homes tried least; never one that a colleague has in hand.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Fieldwork;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Telephone;

/// <summary>A home that may be rung.</summary>
/// <param name="Tries">Times it was rung before.</param>
/// <param name="CallBackAt">When it asked to be rung, where it did.</param>
/// <param name="LastAt">When it was rung last.</param>
internal sealed record ToRing(Guid Invitation, Guid Person, int Tries, DateTimeOffset? CallBackAt, DateTimeOffset? LastAt);

/// <summary>A call-back in the diary.</summary>
internal sealed record CallBack(Guid Invitation, Guid Person, string Name, DateTimeOffset At, string PromisedBy, string? Note);

internal sealed class RingUp(HearthDb db, Audience audience, ClaimHouseholds claims, Outbox outbox, Actor actor, TimeProvider time)
{
    /// <summary>Time to ring, ask and write down; every page of the call begins it anew.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMinutes(30);

    /// <summary>Hours before a home that did not pick up is rung again.</summary>
    public static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(4);

    /// <summary>After so many tries without an answer a home is left alone.</summary>
    public const int MostTries = 6;
    private const int Looked = 300;

    /// <summary>Takes the next home in hand; null where there is none.</summary>
    public async Task<Guid?> NextAsync(Guid survey, CancellationToken stop)
    {
        foreach (var home in await WaitingAsync(survey, stop))
        {
            if (await TakeAsync(survey, home.Invitation, stop))
            {
                return home.Invitation;
            }
        }
        return null;
    }

    /// <summary>Takes a home in hand, and with it the call that the ladder may have put on the list of calls.</summary>
    public async Task<bool> TakeAsync(Guid survey, Guid invitation, CancellationToken stop)
    {
        var until = time.GetUtcNow() + Turn;
        if (!await claims.TakeAsync(survey, invitation, AttemptWay.Telephone, until, stop))
        {
            return false;
        }
        var (me, person) = (actor.Id ?? Guid.Empty, await PersonAsync(invitation, stop));
        if (person is null || await outbox.HoldCallAsync(survey, person.Value, me, actor.Name, until, stop))
        {
            return true;
        }
        await claims.LetGoAsync([invitation], me, AttemptWay.Telephone, stop);
        return false;
    }

    /// <summary>Lets a home go, and its call.</summary>
    public async Task LetGoAsync(Guid survey, Guid invitation, CancellationToken stop)
    {
        var me = actor.Id ?? Guid.Empty;
        await claims.LetGoAsync([invitation], me, AttemptWay.Telephone, stop);
        if (await PersonAsync(invitation, stop) is { } person)
        {
            await outbox.LetCallGoAsync(survey, person, me, stop);
        }
    }

    private Task<Guid?> PersonAsync(Guid invitation, CancellationToken stop) =>
        db.Set<Invitation>().Where(i => i.Id == invitation).Select(i => i.PersonId).FirstOrDefaultAsync(stop);

    /// <summary>Homes to ring now, the most urgent first.</summary>
    public async Task<IReadOnlyList<ToRing>> WaitingAsync(Guid survey, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var silent = await db.Silent(survey)
            .AsNoTracking()
            .Where(i => !db.Set<HouseholdClaim>().Held(now).Any(c => c.InvitationId == i.Id))
            .Select(i => new { i.Id, Person = i.PersonId!.Value })
            .ToListAsync(stop);
        var tries = (
            await db.Set<Attempt>().AsNoTracking().Where(a => a.SurveyId == survey && a.Way == AttemptWay.Telephone).ToListAsync(stop)
        ).ToLookup(a => a.InvitationId);
        var due = silent
            .Select(i => Of(i.Id, i.Person, [.. tries[i.Id].OrderBy(a => a.At).ThenBy(a => a.Id)], now))
            .OfType<ToRing>()
            .OrderBy(home => home.CallBackAt is null)
            .ThenBy(home => home.CallBackAt)
            .ThenBy(home => home.Tries)
            .ThenBy(home => home.LastAt)
            .ThenBy(home => home.Invitation)
            .Take(Looked)
            .ToList();
        var members = await audience.ForPeopleAsync([.. due.Select(home => home.Person)], stop);
        return [.. due.Where(home => members.TryGetValue(home.Person, out var member) && MayBeRung(member))];
    }

    /// <summary>Nobody is rung whom the landlord may not contact, who said no to surveys or calls, or whose number is not held.</summary>
    public static bool MayBeRung(AudienceMember member) =>
        !member.DoNotContact && !member.Refused.Contains(MessageKind.Surveys) && member.Reach(Channel.Telephone) is not null;

    /// <summary>Promised call-backs that nobody has kept yet, in order.</summary>
    public async Task<IReadOnlyList<CallBack>> DiaryAsync(Guid survey, CancellationToken stop)
    {
        var promised = await (
            from attempt in db.Set<Attempt>().AsNoTracking()
            join invitation in db.Silent(survey) on attempt.InvitationId equals invitation.Id
            where attempt.SurveyId == survey && attempt.CallBackAt != null
            where !db.Set<Attempt>().Any(later => later.InvitationId == attempt.InvitationId && later.At > attempt.At)
            select new { attempt, Person = invitation.PersonId!.Value }
        ).ToListAsync(stop);
        var members = await audience.ForPeopleAsync([.. promised.Select(p => p.Person)], stop);
        return
        [
            .. promised
                .Where(p => members.ContainsKey(p.Person))
                .Select(p => new CallBack(
                    p.attempt.InvitationId,
                    p.Person,
                    members[p.Person].Name,
                    p.attempt.CallBackAt!.Value,
                    p.attempt.By,
                    p.attempt.Note
                ))
                .OrderBy(c => c.At),
        ];
    }

    private static ToRing? Of(Guid invitation, Guid person, List<Attempt> tries, DateTimeOffset now)
    {
        if (tries.Count == 0)
        {
            return new(invitation, person, 0, null, null);
        }
        var last = tries[^1];
        return last switch
        {
            { Outcome: AttemptOutcome.CallBack, CallBackAt: { } at } => at <= now
                ? new(invitation, person, tries.Count, at, last.At)
                : null,
            { Outcome: AttemptOutcome.WrongNumber or AttemptOutcome.NotByPhone or AttemptOutcome.Interpreter } => null,
            // a try that has not been yet was written down before the clock was set back: it keeps nobody waiting
            _ when tries.Count >= MostTries || (last.At <= now && last.At + TryAgainAfter > now) => null,
            _ => new(invitation, person, tries.Count, null, last.At),
        };
    }
}
