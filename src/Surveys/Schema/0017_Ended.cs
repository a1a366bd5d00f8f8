// Whether a household said no at the door or on the telephone stands with its invitation, so that every sender sees it in the row it reads.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0017")]
internal sealed class Surveys0017 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("EndedAt", "surveys_invitation", nullable: true);
        migrationBuilder.AddColumn<string>("EndedBecause", "surveys_invitation", nullable: true);
        migrationBuilder.Sql(
            """
            UPDATE surveys_invitation SET
                "EndedAt" = (SELECT MAX(a."At") FROM surveys_attempt a WHERE a."InvitationId" = surveys_invitation."Id" AND a."Outcome" IN ('Refused', 'RefusedSurveys', 'Moved')),
                "EndedBecause" = (SELECT MAX(a."Outcome") FROM surveys_attempt a WHERE a."InvitationId" = surveys_invitation."Id" AND a."Outcome" IN ('Refused', 'RefusedSurveys', 'Moved'))
            WHERE "Id" IN (SELECT a."InvitationId" FROM surveys_attempt a WHERE a."Outcome" IN ('Refused', 'RefusedSurveys', 'Moved'))
            """
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("EndedBecause", "surveys_invitation");
        migrationBuilder.DropColumn("EndedAt", "surveys_invitation");
    }
}
