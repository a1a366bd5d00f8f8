// People whose every tenancy ended long ago are forgotten, in every module, as if they had asked.
using Hearth.People.Passkeys;
using Hearth.People.Register;
using Hearth.People.Register.ErasePerson;
using Hearth.People.SignIn;
using Hearth.People.TakingPart;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Retention;

internal sealed class FormerTenants(HearthDb db, ErasePerson erase) : IKeptFor
{
    public string Key => "former-tenants";

    public string What => "People who no longer live in any of our homes";

    public string Since => "since their last tenancy ended";

    public string Then => "They are forgotten in every part of Hearth. Counts stay true, with nobody to be found behind them.";

    // the Limitation Act 1980 gives six years to bring a claim on a contract
    public int Usually => 72;

    public int Least => 12;

    public IReadOnlyCollection<Type> Covers { get; } =
    [
        typeof(Person),
        typeof(HouseholdMember),
        typeof(ContactSafety),
        typeof(Consent),
        typeof(Involvement),
        typeof(PersonNeeds),
        typeof(TimeGiven),
        typeof(Passkey),
        typeof(TenantStamp),
    ];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Long(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = 0;
        foreach (var person in await Long(before).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop))
        {
            gone += await erase.DoAsync(person, stop) ? 1 : 0;
            db.ChangeTracker.Clear();
        }
        return gone;
    }

    // whoever has no tenancy on file at all has none that ended: they are left alone
    private IQueryable<Person> Long(DateTimeOffset before)
    {
        var day = before.DayInLondon();
        var homes =
            from member in db.Set<HouseholdMember>()
            join tenancy in db.Set<Tenancy>() on member.HouseholdId equals tenancy.HouseholdId
            select new { member.PersonId, Ended = member.LeftOn ?? tenancy.EndedOn };
        return db.Set<Person>()
            .Where(p => p.ForgottenAt == null)
            .Where(p => homes.Any(h => h.PersonId == p.Id) && !homes.Any(h => h.PersonId == p.Id && (h.Ended == null || h.Ended >= day)));
    }
}
