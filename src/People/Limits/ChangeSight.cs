// An administrator limits a member of staff to patches and wards, or lifts the limit.
using Hearth.People.Register;
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Limits;

internal enum SightRefusal
{
    NoSuchPlace,
    AdministratorsSeeAll,
    NothingChosen,
}

internal sealed class ChangeSight(HearthDb db, AuditTrail audit)
{
    /// <summary>Limits to these; none at all lifts the limit, and only where that is said.</summary>
    public async Task<SightRefusal?> DoAsync(
        StaffAccount account,
        IReadOnlyCollection<Guid> patches,
        IReadOnlyCollection<Guid> wards,
        bool all,
        CancellationToken stop
    )
    {
        if (all)
        {
            (patches, wards) = ([], []);
        }
        else if (patches.Count + wards.Count == 0)
        {
            // a form that lost its ticks must not open the whole register
            return SightRefusal.NothingChosen;
        }
        else if (account.Roles.Contains(Role.Administrator))
        {
            return SightRefusal.AdministratorsSeeAll;
        }
        var patchNames = await db.Set<Patch>()
            .Where(p => patches.Contains(p.Id))
            .OrderBy(p => p.NameKey)
            .Select(p => p.Name)
            .ToListAsync(stop);
        var wardNames = await db.Set<Ward>().Where(w => wards.Contains(w.Id)).OrderBy(w => w.NameKey).Select(w => w.Name).ToListAsync(stop);
        if (patchNames.Count != patches.Distinct().Count() || wardNames.Count != wards.Distinct().Count())
        {
            return SightRefusal.NoSuchPlace;
        }
        account.Sight = all ? null : new([.. patches], [.. wards]);
        audit.Write(
            "ChangeSight",
            "staff account",
            account.Id,
            $"{account.Name}: {(all ? "all homes" : string.Join(", ", patchNames.Concat(wardNames)))}"
        );
        await db.SaveChangesAsync(stop);
        return null;
    }
}
