// The homes that a survey asked, to be found by code or by tenancy reference.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.ImportResponses;

internal sealed class HomesAsked
{
    private readonly Dictionary<string, Invitation> byCode;
    private readonly Dictionary<string, Invitation> byTenancy = new(StringComparer.OrdinalIgnoreCase);

    private HomesAsked(Dictionary<string, Invitation> byCode) => this.byCode = byCode;

    public Invitation? ByCode(string code) => byCode.GetValueOrDefault(code);

    public Invitation? ByTenancy(string reference) => byTenancy.GetValueOrDefault(reference);

    public static async Task<HomesAsked> OfAsync(HearthDb db, Audience audience, Guid survey, CancellationToken stop)
    {
        var invitations = await db.Set<Invitation>().AsNoTracking().Where(i => i.SurveyId == survey).ToListAsync(stop);
        var homes = new HomesAsked(invitations.ToDictionary(i => i.Code, StringComparer.Ordinal));
        var byHousehold = invitations.ToDictionary(i => i.HouseholdId);
        foreach (var member in await audience.ListAsync(new AudienceFilter(), stop))
        {
            if (byHousehold.Remove(member.HouseholdId, out var invitation))
            {
                homes.byTenancy.TryAdd(member.TenancyReference, invitation);
            }
        }
        // Those left have ended their tenancy since they were asked.
        var left = byHousehold.Values.Where(i => i.PersonId is not null).ToLookup(i => i.PersonId!.Value);
        foreach (var (person, member) in await audience.ForPeopleAsync([.. left.Select(l => l.Key)], stop))
        {
            foreach (var invitation in left[person].Where(i => i.HouseholdId == member.HouseholdId))
            {
                homes.byTenancy.TryAdd(member.TenancyReference, invitation);
            }
        }
        return homes;
    }
}
