// Homes left out of the surveys that the regulator prescribes, for one of the two reasons it allows.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0041")]
internal sealed class People0041 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "people_left_out",
            t => new
            {
                HouseholdId = t.Column<Guid>(),
                Reason = t.Column<string>(),
                Note = t.Column<string>(),
                Since = t.Column<DateOnly>(),
                LookAgainOn = t.Column<DateOnly>(),
                SetBy = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_people_left_out", x => x.HouseholdId)
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("people_left_out");
}
