// Replies, what they answer, corrections.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Feedback.Schema;

[Migration("20261122_4_Feedback_0001")]
internal sealed class Feedback0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "feedback_reply",
            t => new
            {
                Id = t.Column<Guid>(),
                Number = t.Column<int>(),
                Title = t.Column<string>(),
                Said = t.Column<string>(),
                SaidBy = t.Column<int>(nullable: true),
                Kind = t.Column<string>(nullable: true),
                What = t.Column<string>(),
                InAText = t.Column<string>(nullable: true),
                Reason = t.Column<string>(nullable: true),
                Instead = t.Column<string>(nullable: true),
                DecidedBy = t.Column<string>(nullable: true),
                On = t.Column<DateOnly>(nullable: true),
                Status = t.Column<string>(),
                CreatedAt = t.Column<DateTimeOffset>(),
                WrittenBy = t.Column<string>(),
                PublishedAt = t.Column<DateTimeOffset>(nullable: true),
                PublishedBy = t.Column<string>(nullable: true),
                PublicAddress = t.Column<string>(nullable: true),
                PlannedAt = t.Column<DateTimeOffset>(nullable: true),
                WithdrawnAt = t.Column<DateTimeOffset>(nullable: true),
                SearchKey = t.Column<string>(),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_feedback_reply", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_feedback_reply_Number", "feedback_reply", "Number", unique: true);
        migrationBuilder.CreateIndex("IX_feedback_reply_Status", "feedback_reply", "Status");
        migrationBuilder.CreateTable(
            "feedback_reply_activity",
            t => new
            {
                ReplyId = t.Column<Guid>(),
                ActivityId = t.Column<Guid>(),
                Position = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_feedback_reply_activity", x => new { x.ReplyId, x.ActivityId })
        );
        migrationBuilder.CreateIndex("IX_feedback_reply_activity_ActivityId", "feedback_reply_activity", "ActivityId");
        migrationBuilder.CreateTable(
            "feedback_correction",
            t => new
            {
                Id = t.Column<Guid>(),
                ReplyId = t.Column<Guid>(),
                At = t.Column<DateTimeOffset>(),
                By = t.Column<string>(),
                Words = t.Column<string>(),
                TakesBack = t.Column<bool>(),
            },
            constraints: t => t.PrimaryKey("PK_feedback_correction", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_feedback_correction_ReplyId", "feedback_correction", "ReplyId");
    }
}
