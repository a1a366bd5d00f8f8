// How the homes of a survey were chosen: the sample, every home that could be drawn with its lot, what was released of the reserve.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0022")]
internal sealed class Sample0022 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_sample",
            t => new
            {
                SurveyId = t.Column<Guid>(),
                Stock = t.Column<string>(),
                Chosen = t.Column<bool>(),
                Census = t.Column<bool>(),
                Population = t.Column<int>(),
                LeftOut = t.Column<string>(),
                OptedOut = t.Column<int>(),
                Rate = t.Column<int>(),
                Size = t.Column<int>(),
                StrataBy = t.Column<string>(),
                Allocation = t.Column<string>(),
                Seed = t.Column<string>(nullable: true),
                Replicates = t.Column<int>(),
                ReplicateSize = t.Column<int>(),
                DrawnAt = t.Column<DateTimeOffset>(),
                DrawnBy = t.Column<string>(),
                Kept = t.Column<string>(nullable: true),
                KeptBy = t.Column<string>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_sample", x => x.SurveyId)
        );
        migrationBuilder.CreateTable(
            "surveys_frame_home",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                HouseholdId = t.Column<Guid>(),
                Reference = t.Column<string>(),
                Stratum = t.Column<string>(),
                Place = t.Column<int>(),
                Replicate = t.Column<int>(nullable: true),
                Ward = t.Column<string>(),
                Age = t.Column<string>(),
                Tenure = t.Column<string>(),
                HomeKind = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_frame_home", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_surveys_frame_home_SurveyId_HouseholdId",
            "surveys_frame_home",
            ["SurveyId", "HouseholdId"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_surveys_frame_home_SurveyId_Replicate", "surveys_frame_home", ["SurveyId", "Replicate"]);
        migrationBuilder.CreateTable(
            "surveys_released_reserve",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                Number = t.Column<int>(),
                At = t.Column<DateTimeOffset>(),
                By = t.Column<string>(),
                Because = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_released_reserve", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_surveys_released_reserve_SurveyId_Number",
            "surveys_released_reserve",
            ["SurveyId", "Number"],
            unique: true
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("surveys_released_reserve");
        migrationBuilder.DropTable("surveys_frame_home");
        migrationBuilder.DropTable("surveys_sample");
    }
}
