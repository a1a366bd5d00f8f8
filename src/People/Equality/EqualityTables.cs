// Equality answers and their keys.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality;

internal sealed class EqualityTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<EqualityRow>(row =>
        {
            row.ToTable("people_equality");
            row.HasKey(x => x.Pseudonym);
            row.HasIndex(x => x.KeyId);
            row.NotAudited("a line that names the tenant at the same moment would join them to a row that is kept apart from them");
        });
        model.Entity<EqualityKey>(key => key.ToTable("people_equality_key"));
    }
}
