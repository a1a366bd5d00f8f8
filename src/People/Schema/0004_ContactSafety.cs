// How people may be reached without danger.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0004_ContactSafety")]
internal sealed class ContactSafety0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "people_contact_safety",
            t => new
            {
                PersonId = t.Column<Guid>(),
                WriteTo = t.Column<string>(nullable: true),
                NoEmail = t.Column<bool>(),
                NoText = t.Column<bool>(),
                NoLetter = t.Column<bool>(),
                NoTelephone = t.Column<bool>(),
                NoVisit = t.Column<bool>(),
                NoVoicemail = t.Column<bool>(),
                OnlyWithInterpreter = t.Column<bool>(),
                TwoVisitors = t.Column<bool>(),
                Discreet = t.Column<bool>(),
                Note = t.Column<string>(nullable: true),
                SetAt = t.Column<DateTimeOffset>(),
                SetBy = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_people_contact_safety", x => x.PersonId)
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("people_contact_safety");
}
