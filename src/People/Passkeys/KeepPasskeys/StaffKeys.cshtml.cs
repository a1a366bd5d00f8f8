// The passkeys of a member of staff, to add to and take away.
using Hearth.DesignSystem.Public;
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Passkeys.KeepPasskeys;

[StaffOnly]
[WithinSight]
internal sealed class StaffKeysModel(HearthDb db, PasskeyDoor door, KeyHolderStore store, Phrases phrases)
    : OwnKeysModel(door, store, phrases)
{
    protected override bool IsStaff => true;

    protected override Task<string?> NameAsync(CancellationToken stop) =>
        db.Set<StaffAccount>()
            .Where(a => a.Id == Me.Id && a.SuspendedAt == null && !a.Demo)
            .Select(a => a.Email)
            .Select(name => (string?)name)
            .FirstOrDefaultAsync(stop);

    // the demo's people sign in without a password, and only in the demo
    protected override bool SaysSo => true;
}
