// Who looked at whom.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Looks;

internal sealed class LookTables : ITables
{
    public void Map(ModelBuilder model) =>
        model.Entity<Look>(look =>
        {
            look.ToTable("people_look");
            look.HasIndex(x => new
                {
                    x.PersonId,
                    x.StaffId,
                    x.Page,
                    x.Day,
                })
                .IsUnique();
            look.HasIndex(x => x.Day);
            look.NotAudited("it is a record of who looked, and changes nothing");
        });
}
