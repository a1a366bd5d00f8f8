// Frozen perception figures, and what the landlord's earlier surveys found.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Insight.Schema;

[Migration("20261122_5_Insight_0002")]
internal sealed class Insight0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "insight_edition",
            t => new
            {
                Id = t.Column<Guid>(),
                YearEnding = t.Column<int>(),
                Stock = t.Column<string>(),
                Number = t.Column<int>(),
                Inputs = t.Column<byte[]>(),
                Recipe = t.Column<byte[]>(),
                Outputs = t.Column<byte[]>(),
                Sha256 = t.Column<string>(),
                FrozenAt = t.Column<DateTimeOffset>(),
                FrozenBy = t.Column<string>(),
                Reason = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_insight_edition", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_insight_edition_YearEnding_Stock_Number",
            "insight_edition",
            ["YearEnding", "Stock", "Number"],
            unique: true
        );
        migrationBuilder.CreateTable(
            "insight_earlier_figure",
            t => new
            {
                Id = t.Column<Guid>(),
                Year = t.Column<int>(),
                Indicator = t.Column<string>(),
                Percent = t.Column<decimal>(),
                Base = t.Column<int>(nullable: true),
                Method = t.Column<string>(),
                AddedAt = t.Column<DateTimeOffset>(),
                AddedBy = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_insight_earlier_figure", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_insight_earlier_figure_Indicator_Year",
            "insight_earlier_figure",
            ["Indicator", "Year"],
            unique: true
        );
    }
}
