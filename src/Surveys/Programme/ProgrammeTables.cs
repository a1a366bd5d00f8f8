// Years, cycles, agreed versions, suggested topics.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme;

internal sealed class ProgrammeTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ProgrammeYear>(year =>
        {
            year.ToTable("surveys_year");
            year.Property(x => x.Version).IsConcurrencyToken();
            year.Ignore(x => x.Breaks);
        });
        model.Entity<Cycle>(cycle =>
        {
            cycle.ToTable("surveys_cycle");
            cycle.HasIndex(x => new { x.YearId, x.Number }).IsUnique();
            cycle.HasIndex(x => x.SurveyId).IsUnique();
        });
        model.Entity<Agreement>(agreement =>
        {
            agreement.ToTable("surveys_agreement");
            agreement.HasIndex(x => new { x.YearId, x.Number }).IsUnique();
            agreement.Ignore(x => x.Cycles);
        });
        model.Entity<TopicIdea>(idea => idea.ToTable("surveys_topic"));
    }
}
