// Homes that rested when a survey would have asked them: they are asked once their rest is over.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0028")]
internal sealed class RestingHomes0028 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_resting_home",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                HouseholdId = t.Column<Guid>(),
                PersonId = t.Column<Guid>(),
                Part = t.Column<int>(),
                Since = t.Column<DateTimeOffset>(),
                Until = t.Column<DateOnly>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_resting_home", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_surveys_resting_home_SurveyId_HouseholdId",
            "surveys_resting_home",
            ["SurveyId", "HouseholdId"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_surveys_resting_home_PersonId", "surveys_resting_home", "PersonId");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("surveys_resting_home");
}
