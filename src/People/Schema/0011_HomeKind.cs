// How each home is built, where the housing system says so.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0011")]
internal sealed class HomeKind0011 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Kind", "people_home", nullable: false, defaultValueSql: "'Unknown'");
}
