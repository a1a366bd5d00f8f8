// Themes of what people wrote: the code frame with its versions, what was coded with what, and the sample that is coded twice.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0010")]
internal sealed class Surveys0010 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_theme",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                Name = t.Column<string>(),
                Description = t.Column<string>(),
                Position = t.Column<int>(),
                MergedIntoId = t.Column<Guid>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_theme", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_theme_SurveyId", "surveys_theme", "SurveyId");
        migrationBuilder.CreateTable(
            "surveys_frame_version",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                Number = t.Column<int>(),
                At = t.Column<DateTimeOffset>(),
                By = t.Column<string>(),
                What = t.Column<string>(),
                Themes = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_frame_version", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_surveys_frame_version_SurveyId_Number",
            "surveys_frame_version",
            ["SurveyId", "Number"],
            unique: true
        );
        migrationBuilder.CreateTable(
            "surveys_coding",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                CommentId = t.Column<Guid>(),
                CoderId = t.Column<Guid>(),
                Coder = t.Column<string>(),
                Settles = t.Column<bool>(),
                Themes = t.Column<string>(),
                FrameVersion = t.Column<int>(),
                At = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_coding", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_coding_SurveyId", "surveys_coding", "SurveyId");
        migrationBuilder.CreateIndex(
            "IX_surveys_coding_CommentId_CoderId_Settles",
            "surveys_coding",
            ["CommentId", "CoderId", "Settles"],
            unique: true
        );
        migrationBuilder.CreateTable(
            "surveys_second_look",
            t => new
            {
                CommentId = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                DrawnAt = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_second_look", x => x.CommentId)
        );
        migrationBuilder.CreateIndex("IX_surveys_second_look_SurveyId", "surveys_second_look", "SurveyId");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("surveys_second_look");
        migrationBuilder.DropTable("surveys_coding");
        migrationBuilder.DropTable("surveys_frame_version");
        migrationBuilder.DropTable("surveys_theme");
    }
}
