// Surveys, questions, invitations, responses, comments, drafts and wrong codes.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0001")]
internal sealed class Surveys0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_survey",
            t => new
            {
                Id = t.Column<Guid>(),
                Title = t.Column<string>(),
                Introduction = t.Column<string>(),
                OpensOn = t.Column<DateOnly>(),
                ClosesOn = t.Column<DateOnly>(),
                Status = t.Column<string>(),
                TellWithinDays = t.Column<int>(),
                Audience = t.Column<string>(),
                PublicAddress = t.Column<string>(),
                Population = t.Column<int>(),
                NotAsked = t.Column<string>(),
                CreatedAt = t.Column<DateTimeOffset>(),
                OpenedAt = t.Column<DateTimeOffset>(nullable: true),
                ClosedAt = t.Column<DateTimeOffset>(nullable: true),
                StoppedBecause = t.Column<string>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_survey", x => x.Id)
        );
        migrationBuilder.CreateTable(
            "surveys_question",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                Key = t.Column<string>(),
                Position = t.Column<int>(),
                Kind = t.Column<string>(),
                Text = t.Column<string>(),
                Help = t.Column<string>(nullable: true),
                Required = t.Column<bool>(),
                Measure = t.Column<string>(nullable: true),
                Options = t.Column<string>(),
                ShowIfQuestionId = t.Column<Guid>(nullable: true),
                ShowIfCodes = t.Column<string>(),
                Least = t.Column<decimal>(nullable: true),
                Most = t.Column<decimal>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_question", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_question_SurveyId_Key", "surveys_question", ["SurveyId", "Key"], unique: true);
        migrationBuilder.CreateTable(
            "surveys_invitation",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                HouseholdId = t.Column<Guid>(),
                PersonId = t.Column<Guid>(nullable: true),
                Code = t.Column<string>(),
                Ward = t.Column<string>(),
                Neighbourhood = t.Column<string>(),
                Patch = t.Column<string>(),
                Tenure = t.Column<string>(),
                Locality = t.Column<string>(),
                AgeBand = t.Column<string>(),
                AskedBy = t.Column<string>(nullable: true),
                CreatedAt = t.Column<DateTimeOffset>(),
                LastAskedAt = t.Column<DateTimeOffset>(),
                Reminders = t.Column<int>(),
                SignedInAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_invitation", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_invitation_Code", "surveys_invitation", "Code", unique: true);
        migrationBuilder.CreateIndex(
            "IX_surveys_invitation_SurveyId_HouseholdId",
            "surveys_invitation",
            ["SurveyId", "HouseholdId"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_surveys_invitation_PersonId", "surveys_invitation", "PersonId");
        migrationBuilder.CreateIndex(
            "IX_surveys_invitation_groups",
            "surveys_invitation",
            ["SurveyId", "Ward", "Tenure", "Locality", "AgeBand"]
        );
        migrationBuilder.CreateTable(
            "surveys_response",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                InvitationId = t.Column<Guid>(),
                HouseholdId = t.Column<Guid>(),
                Channel = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
                Ward = t.Column<string>(),
                Tenure = t.Column<string>(),
                Locality = t.Column<string>(),
                AgeBand = t.Column<string>(),
                Answers = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_response", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_response_InvitationId", "surveys_response", "InvitationId", unique: true);
        migrationBuilder.CreateIndex(
            "IX_surveys_response_SurveyId_HouseholdId",
            "surveys_response",
            ["SurveyId", "HouseholdId"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_surveys_response_SurveyId_At", "surveys_response", ["SurveyId", "At"]);
        migrationBuilder.CreateTable(
            "surveys_upload",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                FileName = t.Column<string>(),
                Content = t.Column<byte[]>(),
                UploadedAt = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_upload", x => x.Id)
        );
        migrationBuilder.CreateTable(
            "surveys_comment",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                ResponseId = t.Column<Guid>(),
                QuestionId = t.Column<Guid>(),
                Text = t.Column<string>(),
                ReleasedAt = t.Column<DateTimeOffset>(nullable: true),
                ReleasedBy = t.Column<Guid>(nullable: true),
                ReleasedText = t.Column<string>(nullable: true),
                WithheldAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_comment", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_comment_SurveyId_QuestionId", "surveys_comment", ["SurveyId", "QuestionId"]);
        migrationBuilder.CreateIndex("IX_surveys_comment_ResponseId", "surveys_comment", "ResponseId");
        migrationBuilder.CreateTable(
            "surveys_draft",
            t => new
            {
                InvitationId = t.Column<Guid>(),
                Answers = t.Column<string>(),
                UpdatedAt = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_draft", x => x.InvitationId)
        );
        migrationBuilder.CreateTable(
            "surveys_wrong_code",
            t => new
            {
                Id = t.Column<Guid>(),
                Origin = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_wrong_code", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_wrong_code_Origin_At", "surveys_wrong_code", ["Origin", "At"]);
    }
}
