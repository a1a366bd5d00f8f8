// Which surveys are waves of one, asked again later to see what changed; and what is proposed after each.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0011")]
internal sealed class Surveys0011 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_wave",
            t => new { SurveyId = t.Column<Guid>(), SeriesId = t.Column<Guid>() },
            constraints: t => t.PrimaryKey("PK_surveys_wave", x => x.SurveyId)
        );
        migrationBuilder.CreateIndex("IX_surveys_wave_SeriesId", "surveys_wave", "SeriesId");
        migrationBuilder.CreateTable(
            "surveys_proposal",
            t => new
            {
                SurveyId = t.Column<Guid>(),
                Words = t.Column<string>(),
                By = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_proposal", x => x.SurveyId)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("surveys_proposal");
        migrationBuilder.DropTable("surveys_wave");
    }
}
