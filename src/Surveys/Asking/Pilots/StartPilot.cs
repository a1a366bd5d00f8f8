// Asks a few people to try a draft out: chosen by tenancy, or drawn by chance. Their answers stay apart.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Pilots;

/// <param name="HowMany">Homes to draw by chance; 0 for none.</param>
/// <param name="Tenancies">Homes that are chosen, by tenancy reference.</param>
internal sealed record PilotPlan(Guid SurveyId, string PublicAddress, int HowMany, IReadOnlyList<string> Tenancies, int Days)
{
    /// <summary>What homes and codes are drawn with.</summary>
    public InvitationCode.Chance Chance { get; init; } = InvitationCode.Secret;
}

internal sealed class StartPilot(HearthDb db, AuditTrail audit, TimeProvider time, Audience audience, Outbox outbox, WordsOfSurveys written)
{
    public const int Most = 50;

    private const string Asks =
        "We are trying this survey out with a few people before we ask everyone. Answer it, and tell us at each question what is unclear.";

    public async Task<Outcome<Survey>> RunAsync(PilotPlan plan, CancellationToken stop = default)
    {
        if (await Questionnaire.LoadAsync(db, plan.SurveyId, stop) is not { Survey.IsWorkingCopy: false } draft)
        {
            return new SurveyNotFound();
        }
        List<Refusal> refusals = [];
        if (draft.Survey.Status != SurveyStatus.Draft)
        {
            refusals.Add(new OnlyADraftIsTriedOut());
        }
        if (draft.Questions.Count == 0)
        {
            refusals.Add(new NoQuestions());
        }
        if (plan.Days is < 1 or > 60)
        {
            refusals.Add(new PilotDaysOutOfRange());
        }
        if (await RunningAsync(plan.SurveyId, stop))
        {
            refusals.Add(new PilotIsRunning());
        }
        var chosen = await ChooseAsync(draft.Survey, plan, refusals, stop);
        return refusals.Count > 0 ? refusals : await AskAsync(draft, chosen, plan, stop);
    }

    private Task<bool> RunningAsync(Guid survey, CancellationToken stop)
    {
        var today = time.Today();
        return db.Set<Survey>()
            .IgnoreQueryFilters([Survey.Copies])
            .AnyAsync(s => s.PilotOf == survey && s.Status == SurveyStatus.Open && s.ClosesOn >= today, stop);
    }

    private async Task<List<(AudienceMember Member, Channel Channel)>> ChooseAsync(
        Survey survey,
        PilotPlan plan,
        List<Refusal> refusals,
        CancellationToken stop
    )
    {
        if (plan.Tenancies.Count > Most)
        {
            refusals.Add(new TooManyToTryOut());
            return [];
        }
        if (plan.Tenancies.Count == 0 && plan.HowMany is < 1 or > Most)
        {
            refusals.Add(new HowManyMissing());
            return [];
        }
        // whoever is chosen by name may be anyone; by chance only somebody whom the survey is for
        var filter = plan.Tenancies.Count > 0 ? new AudienceFilter() : WhoIsAsked.Read(survey.Audience);
        var able = (await audience.ListAsync(filter, stop))
            .Where(member => !member.DoNotContact && !member.Refused.Contains(MessageKind.Surveys) && member.BestChannel is not null)
            .Select(member => (Member: member, Channel: member.BestChannel!.Value))
            .ToList();
        if (plan.Tenancies.Count > 0)
        {
            var byReference = able.ToLookup(one => one.Member.TenancyReference, StringComparer.OrdinalIgnoreCase);
            refusals.AddRange(plan.Tenancies.Where(t => !byReference[t].Any()).Select(t => new TenancyNotFound(t)));
            return [.. plan.Tenancies.SelectMany(t => byReference[t]).DistinctBy(one => one.Member.HouseholdId)];
        }
        if (able.Count == 0)
        {
            refusals.Add(new NobodyToAsk());
        }
        // Fisher and Yates, as far as it is needed
        for (var at = 0; at < Math.Min(plan.HowMany, able.Count); at++)
        {
            var with = at + plan.Chance(able.Count - at);
            (able[at], able[with]) = (able[with], able[at]);
        }
        return [.. able.Take(plan.HowMany)];
    }

    private async Task<Outcome<Survey>> AskAsync(
        Questionnaire draft,
        List<(AudienceMember Member, Channel Channel)> chosen,
        PilotPlan plan,
        CancellationToken stop
    )
    {
        var (now, today) = (time.GetUtcNow(), time.Today());
        var pilot = draft.Survey.WorkingCopy(now);
        pilot.PilotOf = draft.Survey.Id;
        pilot.Title = $"Try-out: {draft.Survey.Title}";
        pilot.Introduction = $"{Asks}\n\n{draft.Survey.Introduction}".Trim();
        (pilot.OpensOn, pilot.ClosesOn) = (today, today.AddDays(plan.Days));
        pilot.PublicAddress = plan.PublicAddress.TrimEnd('/');
        (pilot.Status, pilot.OpenedAt, pilot.Population) = (SurveyStatus.Open, now, chosen.Count);
        db.Add(pilot);
        db.AddRange(draft.CopyFor(pilot.Id).Where(question => !question.Retired));
        var codes = await DrawnInvitations.CodesAsync(db, chosen.Count, plan.Chance, stop);
        db.AddRange(chosen.Zip(codes, (one, code) => DrawnInvitations.Draw(pilot, one.Member, one.Channel, code, now)));
        audit.Write("StartPilot", "survey", draft.Survey.Id, $"{chosen.Count} homes");
        var words = await written.OfAsync(pilot, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.TrySaveAsync(stop) is [var late, ..])
        {
            return late;
        }
        await outbox.AddManyAsync(chosen.Zip(codes, (one, code) => words.Invite(one.Member, one.Channel, code)), stop);
        await transaction.CommitAsync(stop);
        return pilot;
    }
}
