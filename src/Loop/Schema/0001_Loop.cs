// The ring's first tables.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Loop.Schema;

[Migration("20261122_2_Loop_0001")]
internal sealed class Loop0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "loop_thing",
            t => new
            {
                Id = t.Column<Guid>(),
                Kind = t.Column<string>(),
                Title = t.Column<string>(),
                Address = t.Column<string>(),
                PublicAddress = t.Column<string>(nullable: true),
                On = t.Column<DateOnly>(),
                ClosedOn = t.Column<DateOnly>(nullable: true),
                TellBy = t.Column<DateOnly>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_loop_thing", x => x.Id)
        );
        migrationBuilder.CreateTable(
            "loop_link",
            t => new { FromId = t.Column<Guid>(), ToId = t.Column<Guid>() },
            constraints: t => t.PrimaryKey("PK_loop_link", x => new { x.FromId, x.ToId })
        );
        migrationBuilder.CreateIndex("IX_loop_link_ToId", "loop_link", "ToId");
        migrationBuilder.CreateTable(
            "loop_participation",
            t => new
            {
                Id = t.Column<Guid>(),
                ActivityId = t.Column<Guid>(),
                PersonId = t.Column<Guid>(nullable: true),
                ToldBeforeForgotten = t.Column<bool>(),
                HouseholdId = t.Column<Guid>(nullable: true),
                At = t.Column<DateTimeOffset>(),
                Channel = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_loop_participation", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_loop_participation_ActivityId_PersonId",
            "loop_participation",
            ["ActivityId", "PersonId"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_loop_participation_PersonId", "loop_participation", "PersonId");
        migrationBuilder.CreateTable(
            "loop_telling",
            t => new
            {
                Id = t.Column<Guid>(),
                ReplyId = t.Column<Guid>(),
                ActivityId = t.Column<Guid>(),
                PersonId = t.Column<Guid>(nullable: true),
                Channel = t.Column<string>(),
                PlannedAt = t.Column<DateTimeOffset>(),
                ToldAt = t.Column<DateTimeOffset>(nullable: true),
                CameBack = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_loop_telling", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_loop_telling_ReplyId_PersonId", "loop_telling", ["ReplyId", "PersonId"], unique: true);
        migrationBuilder.CreateIndex("IX_loop_telling_ActivityId", "loop_telling", "ActivityId");
        migrationBuilder.CreateIndex("IX_loop_telling_PersonId", "loop_telling", "PersonId");
    }
}
