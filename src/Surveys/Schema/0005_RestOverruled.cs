// Where a manager has decided that people who should rest are asked.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0005b_RestOverruled")]
internal sealed class RestOverruled0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "surveys_rest_overruled",
            t => new
            {
                SurveyId = t.Column<Guid>(),
                Reason = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
                By = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_rest_overruled", x => x.SurveyId)
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("surveys_rest_overruled");
}
