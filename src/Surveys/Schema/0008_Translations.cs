// The questionnaire in other languages: a text for each part, with what it was translated from.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0008")]
internal sealed class Surveys0008 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Languages", "surveys_survey", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.CreateTable(
            "surveys_translation",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                Language = t.Column<string>(),
                Part = t.Column<string>(),
                Text = t.Column<string>(),
                Source = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
                CheckedBy = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_translation", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_surveys_translation_SurveyId_Language_Part",
            "surveys_translation",
            ["SurveyId", "Language", "Part"],
            unique: true
        );
    }
}
