// Grids, photographs and documents sent with answers, and questions recorded to be heard.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0006")]
internal sealed class Surveys0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Rows", "surveys_question", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.CreateTable(
            "surveys_sent_file",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                InvitationId = t.Column<Guid>(),
                QuestionId = t.Column<Guid>(),
                Name = t.Column<string>(),
                MediaType = t.Column<string>(),
                Size = t.Column<int>(),
                Content = t.Column<byte[]>(),
                At = t.Column<DateTimeOffset>(),
                SentAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_sent_file", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_sent_file_InvitationId", "surveys_sent_file", "InvitationId");
        migrationBuilder.CreateIndex("IX_surveys_sent_file_SurveyId_QuestionId", "surveys_sent_file", ["SurveyId", "QuestionId"]);
        migrationBuilder.CreateTable(
            "surveys_question_voice",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                QuestionId = t.Column<Guid>(),
                Language = t.Column<string>(),
                MediaType = t.Column<string>(),
                Content = t.Column<byte[]>(),
                At = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_question_voice", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_surveys_question_voice_QuestionId_Language",
            "surveys_question_voice",
            ["QuestionId", "Language"],
            unique: true
        );
    }
}
