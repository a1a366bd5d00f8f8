// In which language the writer of a comment read the survey.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0019")]
internal sealed class Surveys0019 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Language", "surveys_comment", nullable: true);
}
