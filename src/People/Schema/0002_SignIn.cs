// Staff accounts, one-time codes, and the tries at each door.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_SignIn_0001")]
internal sealed class SignIn0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people_staff_account",
            t => new
            {
                Id = t.Column<Guid>(),
                Name = t.Column<string>(),
                Email = t.Column<string>(),
                EmailKey = t.Column<string>(),
                RoleList = t.Column<string>(),
                PasswordHash = t.Column<string>(nullable: true),
                SecurityStamp = t.Column<string>(),
                SealedKey = t.Column<string>(nullable: true),
                SecondStepSetAt = t.Column<DateTimeOffset>(nullable: true),
                LastStep = t.Column<long>(),
                RecoveryHashes = t.Column<string>(),
                WelcomeHash = t.Column<string>(nullable: true),
                WelcomeUntil = t.Column<DateTimeOffset>(nullable: true),
                CreatedAt = t.Column<DateTimeOffset>(),
                LastSignInAt = t.Column<DateTimeOffset>(nullable: true),
                SuspendedAt = t.Column<DateTimeOffset>(nullable: true),
                Demo = t.Column<bool>(),
            },
            constraints: t => t.PrimaryKey("PK_people_staff_account", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_staff_account_EmailKey", "people_staff_account", "EmailKey", unique: true);
        migrationBuilder.CreateIndex("IX_people_staff_account_WelcomeHash", "people_staff_account", "WelcomeHash");
        migrationBuilder.CreateTable(
            "people_sign_in_attempt",
            t => new
            {
                Id = t.Column<Guid>(),
                Key = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_people_sign_in_attempt", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_sign_in_attempt_Key_At", "people_sign_in_attempt", ["Key", "At"]);
        migrationBuilder.CreateIndex("IX_people_sign_in_attempt_At", "people_sign_in_attempt", "At");
        migrationBuilder.CreateTable(
            "people_sign_in_code",
            t => new
            {
                Id = t.Column<Guid>(),
                Hash = t.Column<string>(),
                Until = t.Column<DateTimeOffset>(),
                Tries = t.Column<int>(),
                UsedAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_sign_in_code", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_sign_in_code_Until", "people_sign_in_code", "Until");
    }
}
