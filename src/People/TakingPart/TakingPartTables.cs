// The menu of ways, what people need, what they asked for, and the time they gave.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart;

internal sealed class TakingPartTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<WayToTakePart>(way =>
        {
            way.ToTable("people_way");
            way.Ignore(x => x.Manners);
            way.Ignore(x => x.Offers);
            way.Ignore(x => x.Languages);
        });
        model.Entity<PersonNeeds>(needs =>
        {
            needs.ToTable("people_needs");
            needs.HasKey(x => x.PersonId);
            needs.Property(x => x.PersonId).ValueGeneratedNever();
            needs.Ignore(x => x.Needs);
        });
        model.Entity<Interest>(interest =>
        {
            interest.ToTable("people_interest");
            interest.HasIndex(x => x.PersonId);
            interest.HasIndex(x => x.AnsweredAt);
        });
        model.Entity<TimeGiven>(time =>
        {
            time.ToTable("people_time_given");
            time.HasIndex(x => x.PersonId);
        });
    }
}
