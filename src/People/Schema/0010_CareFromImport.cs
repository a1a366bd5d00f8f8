// Which flags of care the housing system's export has set: only those may another export take away.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0010_CareFromImport")]
internal sealed class CareFromImport0010 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("FromImport", "people_contact_safety", nullable: false, defaultValueSql: "'None'");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("FromImport", "people_contact_safety");
}
