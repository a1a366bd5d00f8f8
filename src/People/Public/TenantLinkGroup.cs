// The TenantLink group: tenants who are happy to be asked regularly. Joining and leaving is one step, and both stand in the consent ledger.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

public sealed class TenantLinkGroup(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>The role in involvement that says who is in it. Whoever holds no other role is not counted as an involved tenant: to be happy to be asked is not yet to take part.</summary>
    public const string Role = "TenantLink group";

    /// <summary>True where this person is in the group today.</summary>
    public Task<bool> HasAsync(Guid person, CancellationToken stop = default) => Running(person).AnyAsync(stop);

    /// <summary>How many people are in it today.</summary>
    public Task<int> CountAsync(CancellationToken stop = default)
    {
        var today = time.Today();
        return db.Set<Involvement>()
            .Where(i => i.Role == Role && (i.Until == null || i.Until > today))
            .Select(i => i.PersonId)
            .Distinct()
            .CountAsync(stop);
    }

    /// <summary>Joins, and says yes to surveys. Joining twice is joining once.</summary>
    /// <param name="how">Where it was said: “Own page”.</param>
    /// <returns>False where there is no such person.</returns>
    public async Task<bool> JoinAsync(Guid person, string how, CancellationToken stop = default)
    {
        if (!await db.Set<Person>().AnyAsync(p => p.Id == person && p.ForgottenAt == null, stop))
        {
            return false;
        }
        if (await HasAsync(person, stop))
        {
            return true;
        }
        db.Add(
            new Involvement
            {
                PersonId = person,
                Role = Role,
                Since = time.Today(),
            }
        );
        Say(person, given: true, $"{how}: joined the TenantLink group, {actor.Name}");
        audit.Write("JoinTenantLink", "person", person);
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Leaves. What they said about surveys in general stays as it was, and the ledger says so again.</summary>
    public async Task LeaveAsync(Guid person, string how, CancellationToken stop = default)
    {
        var roles = await Running(person).ToListAsync(stop);
        if (roles.Count == 0)
        {
            return;
        }
        foreach (var role in roles)
        {
            role.Until = time.Today();
        }
        var said = (
            await db.Set<Consent>().AsNoTracking().Where(c => c.PersonId == person && c.Kind == MessageKind.Surveys).ToListAsync(stop)
        )
            .OrderBy(c => c.At)
            .ThenBy(c => c.Id)
            .LastOrDefault();
        Say(person, said?.Given ?? true, $"{how}: left the TenantLink group, {actor.Name}");
        audit.Write("LeaveTenantLink", "person", person);
        await db.SaveChangesAsync(stop);
    }

    private IQueryable<Involvement> Running(Guid person)
    {
        var today = time.Today();
        return db.Set<Involvement>().Where(i => i.PersonId == person && i.Role == Role && (i.Until == null || i.Until > today));
    }

    private void Say(Guid person, bool given, string source) =>
        db.Add(
            new Consent
            {
                PersonId = person,
                Kind = MessageKind.Surveys,
                Given = given,
                At = time.GetUtcNow(),
                Source = source,
            }
        );
}
