// The patches and wards a member of staff is limited to; and who looked at whom.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_SignIn_0007")]
internal sealed class Sight0007 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("PatchList", "people_staff_account", nullable: true);
        migrationBuilder.AddColumn<string>("WardList", "people_staff_account", nullable: true);
        migrationBuilder.CreateTable(
            "people_look",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<Guid>(),
                StaffId = t.Column<Guid>(),
                StaffName = t.Column<string>(),
                Page = t.Column<string>(),
                Day = t.Column<DateOnly>(),
                LastAt = t.Column<DateTimeOffset>(),
                Times = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_people_look", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_people_look_PersonId_StaffId_Page_Day",
            "people_look",
            ["PersonId", "StaffId", "Page", "Day"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_people_look_Day", "people_look", "Day");
    }
}
