// What Insight keeps: the management figures a landlord works out from its own records.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight;

internal sealed class InsightTables : ITables
{
    public void Map(ModelBuilder model) =>
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
}
