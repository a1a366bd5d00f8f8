// The record of who acted for whom.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.OnBehalf;

internal sealed class OnBehalfTables : ITables
{
    public void Map(ModelBuilder model) =>
        model.Entity<ActingFor>(acting =>
        {
            acting.ToTable("people_acting_for");
            acting.HasIndex(x => x.PersonId);
            acting.HasIndex(x => x.StaffId);
        });
}
