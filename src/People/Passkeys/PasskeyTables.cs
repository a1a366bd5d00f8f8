// Passkeys of staff and tenants.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Passkeys;

internal sealed class PasskeyTables : ITables
{
    public void Map(ModelBuilder model) =>
        model.Entity<Passkey>(key =>
        {
            key.ToTable("people_passkey");
            key.HasKey(x => x.CredentialId);
            key.HasIndex(x => x.StaffId);
            key.HasIndex(x => x.PersonId);
        });
}
