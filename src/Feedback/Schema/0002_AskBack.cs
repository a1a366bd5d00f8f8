// Who was asked whether it was done, and what they said.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Feedback.Schema;

[Migration("20261122_4_Feedback_0002")]
internal sealed class Feedback0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("AskFrom", "feedback_reply", nullable: true);
        migrationBuilder.CreateTable(
            "feedback_asked_back",
            t => new
            {
                Id = t.Column<Guid>(),
                ReplyId = t.Column<Guid>(),
                PersonId = t.Column<Guid>(nullable: true),
                Code = t.Column<string>(),
                Channel = t.Column<string>(),
                AskedAt = t.Column<DateTimeOffset>(),
                CameBack = t.Column<bool>(),
                AnsweredAt = t.Column<DateTimeOffset>(nullable: true),
                Answer = t.Column<string>(nullable: true),
                Words = t.Column<string>(nullable: true),
                RingMe = t.Column<bool>(),
                RungAt = t.Column<DateTimeOffset>(nullable: true),
                RungBy = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_feedback_asked_back", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_feedback_asked_back_Code", "feedback_asked_back", "Code", unique: true);
        migrationBuilder.CreateIndex(
            "IX_feedback_asked_back_ReplyId_PersonId",
            "feedback_asked_back",
            ["ReplyId", "PersonId"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_feedback_asked_back_PersonId", "feedback_asked_back", "PersonId");
    }
}
