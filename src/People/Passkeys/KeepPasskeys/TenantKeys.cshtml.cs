// The passkeys of a tenant, to add to and take away.
using Hearth.DesignSystem.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Passkeys.KeepPasskeys;

[TenantOnly]
internal sealed class TenantKeysModel(HearthDb db, PasskeyDoor door, KeyHolderStore store, Phrases phrases)
    : OwnKeysModel(door, store, phrases)
{
    protected override bool IsStaff => false;

    protected override Task<string?> NameAsync(CancellationToken stop) =>
        db.Set<Person>()
            .Where(p => p.Id == Me.Id && p.ForgottenAt == null)
            .Select(p => (p.GivenName + " " + p.FamilyName).Trim())
            .Select(name => (string?)name)
            .FirstOrDefaultAsync(stop);
}
