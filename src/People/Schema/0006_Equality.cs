// Equality answers, sealed and apart from identity, and the keys that seal them.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0006")]
internal sealed class Equality0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people_equality",
            t => new
            {
                Pseudonym = t.Column<string>(),
                KeyId = t.Column<Guid>(),
                Sealed = t.Column<byte[]>(),
                Month = t.Column<DateOnly>(),
            },
            constraints: t => t.PrimaryKey("PK_people_equality", x => x.Pseudonym)
        );
        migrationBuilder.CreateIndex("IX_people_equality_KeyId", "people_equality", "KeyId");
        migrationBuilder.CreateTable(
            "people_equality_key",
            t => new
            {
                Id = t.Column<Guid>(),
                MadeAt = t.Column<DateTimeOffset>(),
                SealedKey = t.Column<string>(nullable: true),
                DestroyedAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_equality_key", x => x.Id)
        );
    }
}
