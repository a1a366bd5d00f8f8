// Forms that came back on paper: what was keyed, and the second keying.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Surveys.Schema;

[Migration("20261122_4_Surveys_0004")]
internal sealed class Surveys0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surveys_paper_sheet",
            t => new
            {
                Id = t.Column<Guid>(),
                SurveyId = t.Column<Guid>(),
                ResponseId = t.Column<Guid>(),
                Code = t.Column<string>(nullable: true),
                ReceivedOn = t.Column<DateOnly>(),
                KeyedAt = t.Column<DateTimeOffset>(),
                KeyedById = t.Column<Guid>(nullable: true),
                KeyedBy = t.Column<string>(),
                Keys = t.Column<string>(),
                Unreadable = t.Column<int>(),
                Draw = t.Column<int>(),
                AgainAt = t.Column<DateTimeOffset>(nullable: true),
                AgainById = t.Column<Guid>(nullable: true),
                AgainBy = t.Column<string>(nullable: true),
                KeysAgain = t.Column<string>(nullable: true),
                Compared = t.Column<int>(),
                Differed = t.Column<int>(),
                SettledAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_surveys_paper_sheet", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_surveys_paper_sheet_ResponseId", "surveys_paper_sheet", "ResponseId", unique: true);
        migrationBuilder.CreateIndex("IX_surveys_paper_sheet_SurveyId_Draw", "surveys_paper_sheet", ["SurveyId", "Draw"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("surveys_paper_sheet");
}
