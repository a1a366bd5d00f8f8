// The kind of home, frozen onto those asked and onto what they answered.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0020")]
internal sealed class HomeKind0020 : Migration
{
    private const string Groups = "IX_surveys_invitation_groups";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "surveys_invitation", "surveys_response" })
        {
            migrationBuilder.AddColumn<string>("HomeKind", table, nullable: false, defaultValueSql: "'Not known'");
        }
        migrationBuilder.DropIndex(Groups, "surveys_invitation");
        migrationBuilder.CreateIndex(Groups, "surveys_invitation", ["SurveyId", "Ward", "Tenure", "Locality", "AgeBand", "HomeKind"]);
    }
}
