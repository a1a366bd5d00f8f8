// An audit line says for whom somebody acted.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Storage.Schema;

[Migration("20261122_1_Storage_0040")]
internal sealed class Storage0040 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<Guid>("OnBehalfOf", "storage_audit", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("OnBehalfOf", "storage_audit");
}
