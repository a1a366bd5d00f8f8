// Two more doors: who somebody is in the landlord's directory, and passkeys.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_SignIn_0009")]
internal sealed class Doors0009 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("DirectorySubject", "people_staff_account", nullable: true);
        migrationBuilder.CreateIndex("IX_people_staff_account_DirectorySubject", "people_staff_account", "DirectorySubject", unique: true);
        migrationBuilder.CreateTable(
            "people_passkey",
            t => new
            {
                CredentialId = t.Column<string>(),
                StaffId = t.Column<Guid>(nullable: true),
                PersonId = t.Column<Guid>(nullable: true),
                Name = t.Column<string>(),
                PublicKey = t.Column<byte[]>(),
                SignCount = t.Column<long>(),
                TransportList = t.Column<string>(),
                UserVerified = t.Column<bool>(),
                BackupEligible = t.Column<bool>(),
                BackedUp = t.Column<bool>(),
                Attestation = t.Column<byte[]>(),
                ClientData = t.Column<byte[]>(),
                CreatedAt = t.Column<DateTimeOffset>(),
                LastUsedAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_passkey", x => x.CredentialId)
        );
        migrationBuilder.CreateIndex("IX_people_passkey_StaffId", "people_passkey", "StaffId");
        migrationBuilder.CreateIndex("IX_people_passkey_PersonId", "people_passkey", "PersonId");
    }
}
