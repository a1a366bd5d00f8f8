// The summary of approach: what only the landlord knows of a year's survey, and an officer's words for a point.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Insight.Schema;

[Migration("20261122_5_Insight_0003")]
internal sealed class Insight0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "insight_survey_statement",
            t => new
            {
                Id = t.Column<Guid>(),
                YearEnding = t.Column<int>(),
                Stock = t.Column<string>(),
                Address = t.Column<string>(nullable: true),
                Contractors = t.Column<bool>(nullable: true),
                ContractorWords = t.Column<string>(nullable: true),
                Interviewers = t.Column<string>(nullable: true),
                OtherWay = t.Column<string>(nullable: true),
                Incentives = t.Column<bool>(nullable: true),
                IncentiveWords = t.Column<string>(nullable: true),
                ShortfallReason = t.Column<string>(nullable: true),
                OtherIssues = t.Column<bool>(nullable: true),
                OtherIssuesWords = t.Column<string>(nullable: true),
                ChangedAt = t.Column<DateTimeOffset>(),
                ChangedBy = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_insight_survey_statement", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_insight_survey_statement_YearEnding_Stock",
            "insight_survey_statement",
            ["YearEnding", "Stock"],
            unique: true
        );
        migrationBuilder.CreateTable(
            "insight_approach_words",
            t => new
            {
                Id = t.Column<Guid>(),
                YearEnding = t.Column<int>(),
                Stock = t.Column<string>(),
                Item = t.Column<string>(),
                Words = t.Column<string>(),
                MadeFrom = t.Column<string>(),
                ChangedAt = t.Column<DateTimeOffset>(),
                ChangedBy = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_insight_approach_words", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_insight_approach_words_YearEnding_Stock_Item",
            "insight_approach_words",
            ["YearEnding", "Stock", "Item"],
            unique: true
        );
    }
}
