// What a response counts for, as a survey company gave it.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0026")]
internal sealed class Weight0026 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<decimal>("Weight", "surveys_response", nullable: true);
}
