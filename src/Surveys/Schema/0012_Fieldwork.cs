// Doors and calls: who has which household in hand, what came of each try, lists on devices, answers set aside.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0012")]
internal sealed class Surveys0012 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_claim",
            t => new
            {
                InvitationId = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                HeldById = t.Column<Guid>(),
                HeldBy = t.Column<string>(),
                Way = t.Column<string>(),
                Until = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_claim", x => x.InvitationId)
        );
        migrationBuilder.CreateTable(
            "surveys_attempt",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                InvitationId = t.Column<Guid>(),
                Way = t.Column<string>(),
                Outcome = t.Column<string>(),
                At = t.Column<DateTimeOffset>(),
                ById = t.Column<Guid>(nullable: true),
                By = t.Column<string>(),
                CallBackAt = t.Column<DateTimeOffset>(nullable: true),
                Note = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_attempt", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_attempt_SurveyId_Outcome", "surveys_attempt", ["SurveyId", "Outcome"]);
        migrationBuilder.CreateIndex("IX_surveys_attempt_InvitationId", "surveys_attempt", "InvitationId");
        migrationBuilder.CreateTable(
            "surveys_door_list",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                TakenById = t.Column<Guid>(),
                TakenBy = t.Column<string>(),
                TakenAt = t.Column<DateTimeOffset>(),
                ExpiresAt = t.Column<DateTimeOffset>(),
                Homes = t.Column<string>(),
                PublicKey = t.Column<string>(),
                PrivateKey = t.Column<string>(nullable: true),
                TokenHash = t.Column<string>(nullable: true),
                OnDeviceAt = t.Column<DateTimeOffset>(nullable: true),
                EndedAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_door_list", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_door_list_SurveyId", "surveys_door_list", "SurveyId");
        migrationBuilder.CreateTable(
            "surveys_set_aside",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                InvitationId = t.Column<Guid>(),
                Channel = t.Column<string>(),
                Why = t.Column<string>(),
                Detail = t.Column<string>(nullable: true),
                GivenAt = t.Column<DateTimeOffset>(),
                CameAt = t.Column<DateTimeOffset>(),
                TakenById = t.Column<Guid>(nullable: true),
                TakenBy = t.Column<string>(),
                Answers = t.Column<string>(),
                SettledAt = t.Column<DateTimeOffset>(nullable: true),
                SettledBy = t.Column<string>(nullable: true),
                Counted = t.Column<bool>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_set_aside", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_set_aside_SurveyId", "surveys_set_aside", "SurveyId");
        migrationBuilder.CreateIndex("IX_surveys_set_aside_InvitationId", "surveys_set_aside", "InvitationId");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("surveys_set_aside");
        migrationBuilder.DropTable("surveys_door_list");
        migrationBuilder.DropTable("surveys_attempt");
        migrationBuilder.DropTable("surveys_claim");
    }
}
