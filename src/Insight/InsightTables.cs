// What Insight keeps: the management figures a landlord works out from its own records, frozen perception figures, and what earlier surveys found.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Insight.Measures.Perception.History;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight;

internal sealed class InsightTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ManagementFigure>(figure =>
        {
            figure.ToTable("insight_management_figure");
            figure
                .HasIndex(x => new
                {
                    x.YearEnding,
                    x.Measure,
                    x.Part,
                    x.Stock,
                })
                .IsUnique();
            figure.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<Edition>(edition =>
        {
            edition.ToTable("insight_edition");
            edition.Ignore(x => x.Year);
            edition
                .HasIndex(x => new
                {
                    x.YearEnding,
                    x.Stock,
                    x.Number,
                })
                .IsUnique();
        });
        model.Entity<EarlierFigure>(figure =>
        {
            figure.ToTable("insight_earlier_figure");
            figure.HasIndex(x => new { x.Indicator, x.Year }).IsUnique();
        });
    }
}
