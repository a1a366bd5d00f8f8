// A person takes on a role beyond answering; or lays it down.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.AddInvolvement;

internal enum InvolvementRefusal
{
    NoSuchPerson,
    NoRole,
    RoleTooLong,
    InTheFuture,
    HoldsItAlready,
    EndsBeforeItStarts,
}

internal sealed class AddInvolvement(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public const int LongestRole = 80;

    /// <summary>Roles that a page offers; an officer may write any other.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [
        "Tenants’ panel",
        "Readers’ panel",
        "Mystery shopper",
        "Performance review group",
        "Complaints scrutiny",
        "Tenant champion",
        "Block representative",
        Public.TenantLinkGroup.Role,
    ];

    public async Task<InvolvementRefusal?> AddAsync(Guid personId, string role, DateOnly since, CancellationToken stop)
    {
        role = role.Trim();
        if (role.Length == 0)
        {
            return InvolvementRefusal.NoRole;
        }
        if (role.Length > LongestRole)
        {
            return InvolvementRefusal.RoleTooLong;
        }
        var today = time.Today();
        if (since > today)
        {
            return InvolvementRefusal.InTheFuture;
        }
        if (!await db.Set<Person>().AnyAsync(p => p.Id == personId && p.ForgottenAt == null, stop))
        {
            return InvolvementRefusal.NoSuchPerson;
        }
        if (
            await db.Set<Involvement>()
                .AnyAsync(i => i.PersonId == personId && i.Role == role && (i.Until == null || i.Until > today), stop)
        )
        {
            return InvolvementRefusal.HoldsItAlready;
        }
        db.Add(
            new Involvement
            {
                PersonId = personId,
                Role = role,
                Since = since,
            }
        );
        audit.Write("AddInvolvement", "person", personId, role);
        await db.SaveChangesAsync(stop);
        return null;
    }

    public async Task<InvolvementRefusal?> EndAsync(Guid personId, Guid involvementId, DateOnly until, CancellationToken stop)
    {
        var involvement = await db.Set<Involvement>().FirstOrDefaultAsync(i => i.Id == involvementId && i.PersonId == personId, stop);
        if (involvement is null)
        {
            return InvolvementRefusal.NoSuchPerson;
        }
        if (until < involvement.Since)
        {
            return InvolvementRefusal.EndsBeforeItStarts;
        }
        if (until > time.Today())
        {
            return InvolvementRefusal.InTheFuture;
        }
        involvement.Until = until;
        audit.Write("EndInvolvement", "person", personId, involvement.Role);
        await db.SaveChangesAsync(stop);
        return null;
    }
}
