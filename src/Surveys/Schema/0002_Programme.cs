// The year's programme: years, their cycles, the versions agreed, topics suggested.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0002_Programme")]
internal sealed class Programme0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_year",
            t => new
            {
                Id = t.Column<Guid>(),
                Name = t.Column<string>(),
                StartsOn = t.Column<DateOnly>(),
                ChristmasWeeks = t.Column<int>(),
                EasterWeeks = t.Column<int>(),
                AugustWeeks = t.Column<int>(),
                MostSurveys = t.Column<int>(),
                WithinDays = t.Column<int>(),
                CreatedAt = t.Column<DateTimeOffset>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_year", x => x.Id)
        );
        migrationBuilder.CreateTable(
            "surveys_cycle",
            t => new
            {
                Id = t.Column<Guid>(),
                YearId = t.Column<Guid>(),
                Number = t.Column<int>(),
                Topic = t.Column<string>(),
                Lead = t.Column<string>(),
                LeadStaffId = t.Column<Guid>(nullable: true),
                StartsOn = t.Column<DateOnly>(),
                MeetsOn = t.Column<DateOnly>(),
                SurveyId = t.Column<Guid>(nullable: true),
                ReportedOn = t.Column<DateOnly>(nullable: true),
                MetOn = t.Column<DateOnly>(nullable: true),
                PreparedOn = t.Column<DateOnly>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_cycle", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_cycle_YearId_Number", "surveys_cycle", ["YearId", "Number"], unique: true);
        migrationBuilder.CreateIndex("IX_surveys_cycle_SurveyId", "surveys_cycle", "SurveyId", unique: true);
        migrationBuilder.CreateTable(
            "surveys_agreement",
            t => new
            {
                Id = t.Column<Guid>(),
                YearId = t.Column<Guid>(),
                Number = t.Column<int>(),
                AgreedOn = t.Column<DateOnly>(),
                By = t.Column<string>(),
                Note = t.Column<string>(),
                Frozen = t.Column<string>(),
                RecordedAt = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_agreement", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_agreement_YearId_Number", "surveys_agreement", ["YearId", "Number"], unique: true);
        migrationBuilder.CreateTable(
            "surveys_topic",
            t => new
            {
                Id = t.Column<Guid>(),
                Topic = t.Column<string>(),
                Why = t.Column<string>(),
                SuggestedBy = t.Column<string>(),
                SuggestedAt = t.Column<DateTimeOffset>(),
                CycleId = t.Column<Guid>(nullable: true),
                SetAsideAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_topic", x => x.Id)
        );
    }
}
