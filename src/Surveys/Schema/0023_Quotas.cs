// How many answers a survey wants of each group of homes.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0023")]
internal sealed class Quotas0023 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_quota",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                By = t.Column<string>(),
                Cell = t.Column<string>(),
                Homes = t.Column<int>(),
                Wanted = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_quota", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_quota_SurveyId_Cell", "surveys_quota", ["SurveyId", "Cell"], unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("surveys_quota");
}
