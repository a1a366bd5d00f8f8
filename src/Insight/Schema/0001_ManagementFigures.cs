// Management figures: one row for each year, measure, part and stock.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Insight.Schema;

[Migration("20261122_5_Insight_0001")]
internal sealed class Insight0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "insight_management_figure",
            t => new
            {
                Id = t.Column<Guid>(),
                YearEnding = t.Column<int>(),
                Measure = t.Column<string>(),
                Part = t.Column<int>(),
                Stock = t.Column<string>(),
                Applies = t.Column<bool>(),
                Numerator = t.Column<int>(nullable: true),
                Denominator = t.Column<int>(nullable: true),
                WithoutExtension = t.Column<int>(nullable: true),
                WithExtension = t.Column<int>(nullable: true),
                Target = t.Column<int>(nullable: true),
                SeveralTargets = t.Column<bool>(),
                TargetsInWords = t.Column<string>(nullable: true),
                ChangedAt = t.Column<DateTimeOffset>(),
                ChangedBy = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_insight_management_figure", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_insight_management_figure_YearEnding_Measure_Part_Stock",
            "insight_management_figure",
            ["YearEnding", "Measure", "Part", "Stock"],
            unique: true
        );
    }
}
