// The stamp that ends a tenant's older sessions.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_SignIn_0002")]
internal sealed class TenantStamp0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "people_tenant_stamp",
            t => new { PersonId = t.Column<Guid>(), Stamp = t.Column<Guid>() },
            constraints: t => t.PrimaryKey("PK_people_tenant_stamp", x => x.PersonId)
        );
}
