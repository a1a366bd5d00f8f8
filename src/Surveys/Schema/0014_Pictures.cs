// Pictures and easy words for Easy Read forms.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0014")]
internal sealed class Surveys0014 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_question_picture",
            t => new
            {
                QuestionId = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                Picture = t.Column<string>(),
                Upload = t.Column<byte[]>(nullable: true),
                Shows = t.Column<string>(nullable: true),
                EasyWords = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_question_picture", x => x.QuestionId)
        );
        migrationBuilder.CreateIndex("IX_surveys_question_picture_SurveyId", "surveys_question_picture", "SurveyId");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("surveys_question_picture");
}
