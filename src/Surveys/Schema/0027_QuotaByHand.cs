// A quota of a single group that somebody typed, and the answers wanted in all that the shares are of.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0027")]
internal sealed class QuotaByHand0027 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("InAll", "surveys_quota", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("TypedBy", "surveys_quota", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("TypedAt", "surveys_quota", nullable: true);
        migrationBuilder.AddColumn<int>("Version", "surveys_quota", nullable: false, defaultValue: 0);
        // until now every quota was a share, so that they add up to what they were shares of
        migrationBuilder.Sql(
            """
            UPDATE surveys_quota SET "InAll" =
            (SELECT SUM(one."Wanted") FROM surveys_quota AS one WHERE one."SurveyId" = surveys_quota."SurveyId")
            """
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var column in new[] { "InAll", "TypedBy", "TypedAt", "Version" })
        {
            migrationBuilder.DropColumn(column, "surveys_quota");
        }
    }
}
