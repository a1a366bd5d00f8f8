// The ring as data: things, what came from what, who took part, who was told.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Loop;

internal sealed class LoopTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<LoopThing>(thing =>
        {
            thing.ToTable("loop_thing");
            thing.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<LoopLink>(link =>
        {
            link.ToTable("loop_link");
            link.HasKey(x => new { x.FromId, x.ToId });
            link.HasIndex(x => x.ToId);
        });
        model.Entity<Participation>(part =>
        {
            part.ToTable("loop_participation");
            part.HasIndex(x => new { x.ActivityId, x.PersonId }).IsUnique();
            part.HasIndex(x => x.PersonId);
        });
        model.Entity<Telling>(telling =>
        {
            telling.ToTable("loop_telling");
            telling.HasIndex(x => new { x.ReplyId, x.PersonId }).IsUnique();
            telling.HasIndex(x => x.ActivityId);
            telling.HasIndex(x => x.PersonId);
            telling.NotAudited("it keeps its own history; publishing, and every mark by hand, is audited");
        });
    }
}
