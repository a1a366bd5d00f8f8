// What was let go because its time had passed.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0008")]
internal sealed class Retention0008 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people_let_go",
            t => new
            {
                Id = t.Column<Guid>(),
                Kind = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
                Months = t.Column<int>(),
                Count = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_people_let_go", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_let_go_Kind_At", "people_let_go", ["Kind", "At"]);
    }
}
