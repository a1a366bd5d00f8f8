// Ways to take part, what people need and asked for, the time they gave; and who covers for a housing officer.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0005")]
internal sealed class TakingPart0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people_way",
            t => new
            {
                Id = t.Column<Guid>(),
                Name = t.Column<string>(),
                Words = t.Column<string>(),
                Time = t.Column<string>(),
                MannerList = t.Column<string>(),
                OfferList = t.Column<string>(),
                LanguageList = t.Column<string>(),
                Address = t.Column<string>(nullable: true),
                Position = t.Column<int>(),
                WithdrawnAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_way", x => x.Id)
        );
        migrationBuilder.CreateTable(
            "people_needs",
            t => new
            {
                PersonId = t.Column<Guid>(),
                Online = t.Column<bool>(nullable: true),
                Time = t.Column<string>(nullable: true),
                NeedList = t.Column<string>(),
                SaidAt = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_people_needs", x => x.PersonId)
        );
        migrationBuilder.CreateTable(
            "people_interest",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<Guid>(),
                WayId = t.Column<Guid>(),
                AskedAt = t.Column<DateTimeOffset>(),
                AnswerBy = t.Column<DateOnly>(),
                AnsweredAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_interest", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_interest_PersonId", "people_interest", "PersonId");
        migrationBuilder.CreateIndex("IX_people_interest_AnsweredAt", "people_interest", "AnsweredAt");
        migrationBuilder.CreateTable(
            "people_time_given",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<Guid>(),
                On = t.Column<DateOnly>(),
                Minutes = t.Column<int>(),
                What = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_people_time_given", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_time_given_PersonId", "people_time_given", "PersonId");
        foreach (var column in new[] { "CoverName", "CoverPhone", "CoverEmail", "CoverLanguages" })
        {
            migrationBuilder.AddColumn<string>(column, "people_patch", nullable: true);
        }
        foreach (var column in new[] { "CoverFrom", "CoverUntil" })
        {
            migrationBuilder.AddColumn<DateOnly>(column, "people_patch", nullable: true);
        }
    }
}
