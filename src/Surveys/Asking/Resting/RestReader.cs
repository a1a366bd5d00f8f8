// Reads who rests: every ask that left by the outbox, and every other survey's invitations, also those that somebody else sent for us.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Resting;

internal sealed class RestReader(HearthDb db, Asks asks, LaddersOfSurveys ladders)
{
    /// <summary>Who may not be asked about this survey now. Nobody rests where it is for the TenantLink group, who like to be asked, or where a manager has overruled.</summary>
    /// <param name="survey">The survey that would ask.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="some">Only these people with their households, up to a few thousand; null for everybody.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Rest> OfAsync(
        Survey survey,
        DateTimeOffset now,
        IReadOnlyCollection<(Guid Person, Guid Household)>? some,
        CancellationToken stop
    )
    {
        var days = await ladders.RestDaysAsync(stop);
        if (await NobodyRestsAsync(survey, stop))
        {
            return Rest.None;
        }
        var first = now.DayInLondon().AddDays(1 - days);
        var since = first.StartInLondon();
        var others = await db.Set<Survey>()
            .Where(s => s.Id != survey.Id && s.OpenedAt != null && s.ClosesOn >= first)
            .Select(s => s.Id)
            .ToListAsync(stop);
        var households = new Dictionary<Guid, DateTimeOffset>();
        if (others.Count > 0)
        {
            var invitations = db.Set<Invitation>()
                .Where(i => EF.Parameter(others).Contains(i.SurveyId) && i.LastAskedAt >= since && i.LastAskedAt <= now);
            if (some is not null)
            {
                var homes = some.Select(one => one.Household).Distinct().ToList();
                invitations = invitations.Where(i => EF.Parameter(homes).Contains(i.HouseholdId));
            }
            households = await invitations
                .GroupBy(i => i.HouseholdId)
                .Select(g => new { g.Key, Last = g.Max(i => i.LastAskedAt) })
                .ToDictionaryAsync(g => g.Key, g => g.Last, stop);
        }
        var people = some is null ? null : some.Select(one => one.Person).Distinct().ToList();
        return new(days, await asks.SinceAsync(since, survey.Id, people, stop), households);
    }

    /// <summary>This survey asks whether somebody rests or not.</summary>
    public async Task<bool> NobodyRestsAsync(Survey survey, CancellationToken stop) =>
        await ladders.RestDaysAsync(stop) == 0 || WhoIsAsked.Read(survey.Audience).OnlyTenantLink || await OverruledAsync(survey.Id, stop);

    private Task<bool> OverruledAsync(Guid survey, CancellationToken stop) =>
        db.Set<RestOverruled>().AnyAsync(overruled => overruled.SurveyId == survey, stop);
}
