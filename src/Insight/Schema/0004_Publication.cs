// What was published of a year's measures, as readers saw it: one row for each version.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Insight.Schema;

[Migration("20261122_5_Insight_0004")]
internal sealed class Insight0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "insight_publication",
            t => new
            {
                Id = t.Column<Guid>(),
                YearEnding = t.Column<int>(),
                Number = t.Column<int>(),
                Reason = t.Column<string>(),
                Body = t.Column<byte[]>(),
                Sha256 = t.Column<string>(),
                PublishedAt = t.Column<DateTimeOffset>(),
                PublishedBy = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_insight_publication", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_insight_publication_YearEnding_Number",
            "insight_publication",
            ["YearEnding", "Number"],
            unique: true
        );
    }
}
