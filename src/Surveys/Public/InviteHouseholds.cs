// Asks households that another module names to answer an open survey: those never asked are invited, those asked before are reminded.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Public;

/// <summary>What came of it.</summary>
/// <param name="Invited">Households asked for the first time.</param>
/// <param name="Reminded">Households asked before and reminded.</param>
/// <param name="LeftOut">Households that the survey's own rules left alone.</param>
/// <param name="Refusal">Why nothing was done, in words for the officer; null where something was.</param>
/// <param name="Later">Households of a part of the reserve that rest now and are asked when their rest is over.</param>
public sealed record InvitingOutcome(int Invited, int Reminded, int LeftOut, int Later = 0, string? Refusal = null);

public sealed class InviteHouseholds
{
    private readonly HearthDb db;
    private readonly AuditTrail audit;
    private readonly TimeProvider time;
    private readonly Audience audience;
    private readonly Outbox outbox;
    private readonly WordsOfSurveys written;
    private readonly LaddersOfSurveys ladders;
    private readonly RestReader rest;
    private readonly ChosenHomes chosen;

    /// <summary>What the codes are drawn with; secret chance unless a story must be told the same twice.</summary>
    internal InvitationCode.Chance Chance { get; init; } = InvitationCode.Secret;

    internal InviteHouseholds(
        HearthDb db,
        AuditTrail audit,
        TimeProvider time,
        Audience audience,
        Outbox outbox,
        WordsOfSurveys written,
        LaddersOfSurveys ladders,
        RestReader rest,
        ChosenHomes chosen
    )
    {
        this.db = db;
        this.audit = audit;
        this.time = time;
        this.audience = audience;
        this.outbox = outbox;
        this.written = written;
        this.ladders = ladders;
        this.rest = rest;
        this.chosen = chosen;
    }

    /// <summary>
    /// Asks these households. Left alone are those that have answered, that the survey is not for, that were not drawn or are left out, that said no (also at the door or on the telephone) or cannot be reached, those that something else asked lately, and those written
    /// to about this survey in the last seven days. Saved as one: invitations, messages and audit line, or nothing.
    /// </summary>
    /// <param name="surveyId">An open survey.</param>
    /// <param name="households">Whom to ask; a household named twice is asked once.</param>
    /// <param name="because">For the audit: "short by age, seed 40217".</param>
    /// <param name="stop">Gives up.</param>
    public Task<InvitingOutcome> RunAsync(
        Guid surveyId,
        IReadOnlyCollection<Guid> households,
        string because,
        CancellationToken stop = default
    ) => RunAsync(surveyId, households, because, null, stop);

    /// <summary>The same, with the homes of a part of the reserve that is being released in this unit of work.</summary>
    internal async Task<InvitingOutcome> RunAsync(
        Guid surveyId,
        IReadOnlyCollection<Guid> households,
        string because,
        int? releasing,
        CancellationToken stop
    )
    {
        var now = time.GetUtcNow();
        if (await db.Set<Survey>().FindAsync([surveyId], stop) is not { } survey)
        {
            return Refuse(new SurveyNotFound());
        }
        if (survey.Status != SurveyStatus.Open)
        {
            return Refuse(new SurveyNotOpen());
        }
        var wanted = households.ToHashSet();
        var (fresh, known, later, resting) = await WhoAsync(survey, wanted, now, releasing, stop);
        if (fresh.Count + known.Count + later.Count == 0)
        {
            return Refuse(new NobodyToAskNow());
        }

        survey.Touch();
        audit.Write("InviteHouseholds", "survey", surveyId, $"{fresh.Count} invited, {known.Count} reminded: {because}");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // of two officers who press the button at once, one gets no further than this
        if (await db.TrySaveAsync(stop) is [var late, ..])
        {
            return Refuse(late);
        }
        var words = await written.OfAsync(survey, stop);
        var codes = await DrawnInvitations.CodesAsync(db, fresh.Count, Chance, stop);
        await db.InsertManyAsync(
            [.. fresh.Zip(codes, (asked, code) => DrawnInvitations.Draw(survey, asked.Member, asked.Way, code, now))],
            stop
        );
        await db.InsertManyAsync(Reach.Waiting(surveyId, later, resting, releasing ?? 0, now), stop);
        await outbox.AddManyAsync(fresh.Zip(codes, (asked, code) => words.Invite(asked.Member, asked.Way, code)).ByDay(now), stop);
        await outbox.AddManyAsync(
            known.Select(asked => words.Remind(asked.Member, asked.Way, asked.Invitation.Code, asked.Invitation.Reminders + 1)).ByDay(now),
            stop
        );
        await AskedAgain.MarkAsync(db, known.Select(asked => (asked.Invitation, asked.Way)), now, stop);
        // whoever said no between the look and now
        await outbox.CancelAsync(surveyId, await db.EndedPeopleAsync(surveyId, stop), stop);
        await transaction.CommitAsync(stop);
        return new InvitingOutcome(fresh.Count, known.Count, wanted.Count - fresh.Count - known.Count - later.Count, later.Count);
    }

    private async Task<(
        List<(AudienceMember Member, Channel Way)> Fresh,
        List<(Invitation Invitation, AudienceMember Member, Channel Way)> Known,
        List<AudienceMember> Later,
        Rest Resting
    )> WhoAsync(Survey survey, HashSet<Guid> wanted, DateTimeOffset now, int? releasing, CancellationToken stop)
    {
        var answered = await db.Set<Response>().Where(r => r.SurveyId == survey.Id).Select(r => r.HouseholdId).ToHashSetAsync(stop);
        var invitations = await db.Set<Invitation>()
            .AsNoTracking()
            .Where(i => i.SurveyId == survey.Id)
            .ToDictionaryAsync(i => i.HouseholdId, stop);
        var waiting = await outbox.WaitingAsync(survey.Id, stop);
        var before = now.AddDays(-RemindersAsked.DaysBetween);
        var resting = await rest.OfAsync(survey, now, null, stop);
        var rungs = (await ladders.OfAsync(survey, stop)).Asks;
        var may = await chosen.OfAsync(survey, releasing, stop);
        List<(AudienceMember, Channel)> fresh = [];
        List<(Invitation, AudienceMember, Channel)> known = [];
        List<AudienceMember> later = [];
        foreach (var member in await audience.ListAsync(WhoIsAsked.Read(survey.Audience), stop))
        {
            if (!wanted.Contains(member.HouseholdId) || answered.Contains(member.HouseholdId))
            {
                continue;
            }
            if (resting.Holds(member, now.DayInLondon()))
            {
                // a part of the reserve is asked whole: who rests is asked when the rest is over
                if (
                    releasing is not null
                    && !invitations.ContainsKey(member.HouseholdId)
                    && may.Has(member.HouseholdId)
                    && Reach.WayTo(member, rungs) is not null
                )
                {
                    later.Add(member);
                }
                continue;
            }
            if (!invitations.TryGetValue(member.HouseholdId, out var invitation))
            {
                if (may.Has(member.HouseholdId) && Reach.WayTo(member, rungs) is { } first)
                {
                    fresh.Add((member, first));
                }
            }
            else if (
                invitation.EndedAt is null
                && invitation.LastAskedAt <= before
                && invitation.PersonId == member.PersonId
                && !waiting.Contains(member.PersonId)
                && !may.LeftOut.Contains(member.HouseholdId)
                && Reach.WayTo(member) is { } way
            )
            {
                known.Add((invitation, member, way));
            }
        }
        return (fresh, known, [.. later.DistinctBy(member => member.HouseholdId)], resting);
    }

    private static InvitingOutcome Refuse(Refusal refusal) => new(0, 0, 0, Refusal: refusal.Words);
}
