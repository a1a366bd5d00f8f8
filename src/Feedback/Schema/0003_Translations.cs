// Answers in other languages.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Feedback.Schema;

[Migration("20261122_4_Feedback_0003")]
internal sealed class Feedback0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "feedback_reply_translation",
            t => new
            {
                Id = t.Column<Guid>(),
                ReplyId = t.Column<Guid>(),
                Language = t.Column<string>(),
                Part = t.Column<string>(),
                Text = t.Column<string>(),
                SearchKey = t.Column<string>(),
                Source = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
                CheckedBy = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_feedback_reply_translation", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_feedback_reply_translation_ReplyId_Language_Part",
            "feedback_reply_translation",
            ["ReplyId", "Language", "Part"],
            unique: true
        );
    }
}
