// What is kept of a year that is published: what the landlord says of its survey, its words for the summary of approach, and each version as readers saw it.
using Hearth.Insight.Measures.Approach;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Published;

internal sealed class PublishedTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<SurveyStatement>(said =>
        {
            said.ToTable("insight_survey_statement");
            said.HasIndex(x => new { x.YearEnding, x.Stock }).IsUnique();
            said.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<ApproachWords>(words =>
        {
            words.ToTable("insight_approach_words");
            words
                .HasIndex(x => new
                {
                    x.YearEnding,
                    x.Stock,
                    x.Item,
                })
                .IsUnique();
            words.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<Publication>(publication =>
        {
            publication.ToTable("insight_publication");
            publication.HasIndex(x => new { x.YearEnding, x.Number }).IsUnique();
        });
    }
}
