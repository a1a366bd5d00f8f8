// Cases that worrying answers open.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0013")]
internal sealed class Surveys0013 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_case",
            t => new
            {
                Id = t.Column<Guid>(),
                Number = t.Column<int>(),
                SurveyId = t.Column<Guid>(),
                ResponseId = t.Column<Guid>(nullable: true),
                PersonId = t.Column<Guid>(nullable: true),
                HouseholdId = t.Column<Guid>(nullable: true),
                QuestionId = t.Column<Guid>(),
                Kind = t.Column<string>(),
                Rule = t.Column<string>(),
                Because = t.Column<string>(),
                OpenedAt = t.Column<DateTimeOffset>(),
                DueAt = t.Column<DateTimeOffset>(nullable: true),
                OwnerId = t.Column<Guid>(nullable: true),
                Owner = t.Column<string>(nullable: true),
                ToldBy = t.Column<string>(nullable: true),
                ClosedAt = t.Column<DateTimeOffset>(nullable: true),
                End = t.Column<string>(nullable: true),
                EndWords = t.Column<string>(nullable: true),
                Version = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_case", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_case_Number", "surveys_case", "Number", unique: true);
        migrationBuilder.CreateIndex("IX_surveys_case_ResponseId_Kind", "surveys_case", ["ResponseId", "Kind"], unique: true);
        migrationBuilder.CreateIndex("IX_surveys_case_PersonId", "surveys_case", "PersonId");
        migrationBuilder.CreateIndex("IX_surveys_case_ClosedAt_DueAt", "surveys_case", ["ClosedAt", "DueAt"]);
        migrationBuilder.CreateTable(
            "surveys_case_entry",
            t => new
            {
                Id = t.Column<Guid>(),
                CaseId = t.Column<Guid>(),
                At = t.Column<DateTimeOffset>(),
                By = t.Column<string>(),
                Step = t.Column<string>(nullable: true),
                Words = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_case_entry", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_case_entry_CaseId", "surveys_case_entry", "CaseId");
        migrationBuilder.CreateTable(
            "surveys_raising_answer",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                QuestionId = t.Column<Guid>(),
                Code = t.Column<string>(),
                Kind = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_surveys_raising_answer", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_raising_answer_SurveyId", "surveys_raising_answer", "SurveyId");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("surveys_raising_answer");
        migrationBuilder.DropTable("surveys_case_entry");
        migrationBuilder.DropTable("surveys_case");
    }
}
