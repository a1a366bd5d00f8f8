// Who acted for whom, by what authority, and until when.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0040")]
internal sealed class People0040 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people_acting_for",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<Guid>(),
                StaffId = t.Column<Guid>(),
                StaffName = t.Column<string>(),
                Authority = t.Column<string>(),
                Reason = t.Column<string>(),
                BeganAt = t.Column<DateTimeOffset>(),
                EndsAt = t.Column<DateTimeOffset>(),
                EndedAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_acting_for", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_acting_for_PersonId", "people_acting_for", "PersonId");
        migrationBuilder.CreateIndex("IX_people_acting_for_StaffId", "people_acting_for", "StaffId");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("people_acting_for");
}
