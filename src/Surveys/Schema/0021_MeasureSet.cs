// A survey is pinned to the set of measures that it was fielded under.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0021")]
internal sealed class MeasureSet0021 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("MeasureSet", "surveys_survey", nullable: true);
        // there was one set until now
        migrationBuilder.Sql(
            """
            UPDATE surveys_survey SET "MeasureSet" = 'tsm-2023'
            WHERE "Status" IN ('Open', 'Closed')
              AND EXISTS (SELECT 1 FROM surveys_question q WHERE q."SurveyId" = surveys_survey."Id" AND q."Measure" IS NOT NULL)
            """
        );
    }
}
