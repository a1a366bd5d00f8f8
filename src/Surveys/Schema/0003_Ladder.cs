// A letter may carry the code of somebody who was first asked another way.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0003")]
internal sealed class Surveys0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("CodeInLetterAt", "surveys_invitation", nullable: true);
        // letters that asked first, and letters that reminded
        migrationBuilder.Sql(
            """
            UPDATE surveys_invitation SET "CodeInLetterAt" = "LastAskedAt"
            WHERE "AskedBy" = 'Letter'
               OR EXISTS (SELECT 1 FROM messaging_message m
                          WHERE m."About" = surveys_invitation."SurveyId" AND m."PersonId" = surveys_invitation."PersonId"
                            AND m."Channel" = 'Letter' AND m."Purpose" = 'survey-reminder')
            """
        );
    }
}
