// The ladder of a survey, and the rung on which each household stands.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0005_Rungs")]
internal sealed class Surveys0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Rung", "surveys_invitation", nullable: true);
        migrationBuilder.AddColumn<string>("Tried", "surveys_invitation", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("CameBackAt", "surveys_invitation", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("ToppedAt", "surveys_invitation", nullable: true);
        migrationBuilder.Sql("""UPDATE surveys_invitation SET "Rung" = "AskedBy", "Tried" = "AskedBy" WHERE "AskedBy" IS NOT NULL""");
        migrationBuilder.CreateIndex("IX_surveys_invitation_rung", "surveys_invitation", ["SurveyId", "Rung", "LastAskedAt"]);
        migrationBuilder.CreateTable(
            "surveys_ladder",
            t => new
            {
                SurveyId = t.Column<Guid>(),
                Rungs = t.Column<string>(),
                State = t.Column<string>(),
                PausedAt = t.Column<DateTimeOffset>(nullable: true),
                PausedBy = t.Column<string>(nullable: true),
                ClimbedOn = t.Column<DateOnly>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_ladder", x => x.SurveyId)
        );
    }
}
