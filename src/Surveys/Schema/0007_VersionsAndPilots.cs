// Versions of an open survey's questions, and trying a survey out with a few people first.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0007")]
internal sealed class Surveys0007 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Edition", "surveys_survey", nullable: false, defaultValue: 1);
        migrationBuilder.AddColumn<Guid>("RevisionOf", "surveys_survey", nullable: true);
        migrationBuilder.AddColumn<Guid>("PilotOf", "surveys_survey", nullable: true);
        migrationBuilder.CreateIndex("IX_surveys_survey_RevisionOf", "surveys_survey", "RevisionOf");
        migrationBuilder.CreateIndex("IX_surveys_survey_PilotOf", "surveys_survey", "PilotOf");
        migrationBuilder.AddColumn<bool>("Retired", "surveys_question", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<int>("Edition", "surveys_response", nullable: false, defaultValue: 1);
        migrationBuilder.AddColumn<int>("Edition", "surveys_draft", nullable: false, defaultValue: 1);
        migrationBuilder.AddColumn<int>("Edition", "surveys_paper_sheet", nullable: false, defaultValue: 1);
        migrationBuilder.CreateTable(
            "surveys_edition",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                Number = t.Column<int>(),
                From = t.Column<DateTimeOffset>(),
                MadeBy = t.Column<string>(),
                Because = t.Column<string>(),
                Questions = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_edition", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_edition_SurveyId_Number", "surveys_edition", ["SurveyId", "Number"], unique: true);
        migrationBuilder.CreateTable(
            "surveys_remark",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                InvitationId = t.Column<Guid>(),
                QuestionKey = t.Column<string>(),
                Text = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_remark", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_surveys_remark_InvitationId_QuestionKey",
            "surveys_remark",
            ["InvitationId", "QuestionKey"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_surveys_remark_SurveyId", "surveys_remark", "SurveyId");
    }
}
