// What other modules may know of surveys: titles, dates, counts, and which groups answered. Never an answer.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Public;

/// <summary>A survey at a glance.</summary>
/// <param name="Status">Draft, Scheduled, Open or Closed.</param>
/// <param name="Asked">Households asked.</param>
/// <param name="Answered">Households that have answered.</param>
public sealed record SurveySummary(
    Guid Id,
    string Title,
    string Introduction,
    string Status,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    int TellWithinDays,
    int Questions,
    int Asked,
    int Answered
)
{
    /// <summary>The officer's page.</summary>
    public string Address => $"/surveys/{Id}";

    /// <summary>The last day answers were or are taken: before <see cref="ClosesOn"/> where it was stopped early.</summary>
    public DateOnly LastDay { get; init; } = ClosesOn;

    /// <summary>The day by which everyone who answered is told.</summary>
    public DateOnly TellBy => LastDay.AddDays(TellWithinDays);
}

/// <summary>How many households of one make-up were asked and answered.</summary>
public sealed record GroupTally(GroupFacts Facts, int Asked, int Answered);

/// <summary>Whom a survey is for.</summary>
/// <param name="Words">"Every household", "Ward Fennside; aged 16 to 24".</param>
public sealed record SurveyAudience(AudienceFilter Filter, bool IsEveryone, string Words);

public sealed class SurveyReader(HearthDb db)
{
    /// <summary>Every survey, the newest to close first.</summary>
    public async Task<IReadOnlyList<SurveySummary>> ListAsync(CancellationToken stop = default)
    {
        var surveys = await db.Set<Survey>().AsNoTracking().OrderByDescending(s => s.ClosesOn).ThenBy(s => s.Title).ToListAsync(stop);
        var questions = await CountsAsync(db.Set<Question>().GroupBy(q => q.SurveyId), stop);
        var asked = await CountsAsync(db.Set<Invitation>().GroupBy(i => i.SurveyId), stop);
        var answered = await CountsAsync(db.Set<Response>().GroupBy(r => r.SurveyId), stop);
        return
        [
            .. surveys.Select(s => new SurveySummary(
                s.Id,
                s.Title,
                s.Introduction,
                s.Status.ToString(),
                s.OpensOn,
                s.ClosesOn,
                s.TellWithinDays,
                questions.GetValueOrDefault(s.Id),
                asked.GetValueOrDefault(s.Id),
                answered.GetValueOrDefault(s.Id)
            )
            {
                LastDay = s.LastDay,
            }),
        ];
    }

    /// <summary>One survey, or null.</summary>
    public async Task<SurveySummary?> FindAsync(Guid id, CancellationToken stop = default) =>
        (await ListAsync(stop)).FirstOrDefault(s => s.Id == id);

    /// <summary>Asked and answered for each make-up of household that was asked.</summary>
    public async Task<IReadOnlyList<GroupTally>> TallyAsync(Guid survey, CancellationToken stop = default)
    {
        var rows = await (
            from invitation in db.Set<Invitation>()
            where invitation.SurveyId == survey
            join response in db.Set<Response>() on invitation.Id equals response.InvitationId into responses
            from response in responses.DefaultIfEmpty()
            group response by new
            {
                invitation.Ward,
                invitation.Neighbourhood,
                invitation.Patch,
                invitation.Tenure,
                invitation.Locality,
                invitation.AgeBand,
                invitation.HomeKind,
            } into made
            select new
            {
                made.Key,
                Asked = made.Count(),
                Answered = made.Count(r => r != null),
            }
        ).ToListAsync(stop);
        return
        [
            .. rows.Select(r => new GroupTally(
                new GroupFacts(r.Key.Ward, r.Key.Neighbourhood, r.Key.Patch, r.Key.Tenure, r.Key.Locality, r.Key.AgeBand)
                {
                    HomeKind = r.Key.HomeKind,
                },
                r.Asked,
                r.Answered
            )),
        ];
    }

    /// <summary>Households that answered, with the instant.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> AnsweredAsync(Guid survey, CancellationToken stop = default) =>
        await db.Set<Response>().Where(r => r.SurveyId == survey).ToDictionaryAsync(r => r.HouseholdId, r => r.At, stop);

    /// <summary>Whom the survey is for.</summary>
    public async Task<SurveyAudience> AudienceAsync(Guid survey, CancellationToken stop = default)
    {
        var filter = WhoIsAsked.Read(
            await db.Set<Survey>().Where(s => s.Id == survey).Select(s => s.Audience).FirstOrDefaultAsync(stop) ?? "{}"
        );
        return new SurveyAudience(filter, WhoIsAsked.IsEveryone(filter), WhoIsAsked.Words(filter));
    }

    /// <summary>Households that nobody asks about this survey any more: they said no at the door or on the telephone, or have moved.</summary>
    public async Task<IReadOnlySet<Guid>> EndedAsync(Guid survey, CancellationToken stop = default) =>
        (await db.Ended(survey).Select(i => i.HouseholdId).ToListAsync(stop)).ToHashSet();

    /// <summary>Households asked or reminded by any survey since this instant.</summary>
    public async Task<IReadOnlySet<Guid>> AskedSinceAsync(DateTimeOffset since, CancellationToken stop = default) =>
        (await db.Set<Invitation>().Where(i => i.LastAskedAt >= since).Select(i => i.HouseholdId).Distinct().ToListAsync(stop)).ToHashSet();

    private static Task<Dictionary<Guid, int>> CountsAsync<T>(IQueryable<IGrouping<Guid, T>> groups, CancellationToken stop) =>
        groups.Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
