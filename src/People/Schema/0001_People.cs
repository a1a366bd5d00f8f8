// Homes, tenancies, households, people, consent and involvement.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0001")]
internal sealed class People0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var place in new[] { "people_ward", "people_neighbourhood" })
        {
            migrationBuilder.CreateTable(
                place,
                t => new
                {
                    Id = t.Column<Guid>(),
                    Name = t.Column<string>(),
                    NameKey = t.Column<string>(),
                },
                constraints: t => t.PrimaryKey($"PK_{place}", x => x.Id)
            );
            migrationBuilder.CreateIndex($"IX_{place}_NameKey", place, "NameKey", unique: true);
        }
        migrationBuilder.CreateTable(
            "people_patch",
            t => new
            {
                Id = t.Column<Guid>(),
                Name = t.Column<string>(),
                NameKey = t.Column<string>(),
                OfficerName = t.Column<string>(nullable: true),
                OfficerPhone = t.Column<string>(nullable: true),
                OfficerEmail = t.Column<string>(nullable: true),
                OfficerLanguages = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_patch", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_patch_NameKey", "people_patch", "NameKey", unique: true);
        migrationBuilder.CreateTable(
            "people_home",
            t => new
            {
                Id = t.Column<Guid>(),
                Reference = t.Column<string>(),
                AddressLines = t.Column<string>(),
                Postcode = t.Column<string>(nullable: true),
                WardId = t.Column<Guid>(nullable: true),
                NeighbourhoodId = t.Column<Guid>(nullable: true),
                PatchId = t.Column<Guid>(nullable: true),
                Locality = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_people_home", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_home_Reference", "people_home", "Reference", unique: true);
        migrationBuilder.CreateIndex("IX_people_home_Postcode", "people_home", "Postcode");
        migrationBuilder.CreateTable(
            "people_household",
            t => new
            {
                Id = t.Column<Guid>(),
                HomeId = t.Column<Guid>(),
                ContactPersonId = t.Column<Guid>(nullable: true),
                EndedOn = t.Column<DateOnly>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_household", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_household_HomeId", "people_household", "HomeId");
        migrationBuilder.CreateIndex("IX_people_household_ContactPersonId", "people_household", "ContactPersonId");
        migrationBuilder.CreateTable(
            "people_household_member",
            t => new
            {
                Id = t.Column<Guid>(),
                HouseholdId = t.Column<Guid>(),
                PersonId = t.Column<Guid>(),
                Role = t.Column<string>(),
                LeftOn = t.Column<DateOnly>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_household_member", x => x.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_people_household_member_HouseholdId_PersonId",
            "people_household_member",
            ["HouseholdId", "PersonId"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_people_household_member_PersonId", "people_household_member", "PersonId");
        migrationBuilder.CreateTable(
            "people_tenancy",
            t => new
            {
                Id = t.Column<Guid>(),
                Reference = t.Column<string>(),
                HomeId = t.Column<Guid>(),
                HouseholdId = t.Column<Guid>(),
                Tenure = t.Column<string>(),
                StartedOn = t.Column<DateOnly>(nullable: true),
                EndedOn = t.Column<DateOnly>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_tenancy", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_tenancy_Reference", "people_tenancy", "Reference", unique: true);
        migrationBuilder.CreateIndex("IX_people_tenancy_HomeId", "people_tenancy", "HomeId");
        migrationBuilder.CreateIndex("IX_people_tenancy_HouseholdId", "people_tenancy", "HouseholdId");
        migrationBuilder.CreateTable(
            "people_person",
            t => new
            {
                Id = t.Column<Guid>(),
                Reference = t.Column<string>(),
                Title = t.Column<string>(nullable: true),
                GivenName = t.Column<string>(),
                FamilyName = t.Column<string>(),
                NameKey = t.Column<string>(),
                BornOn = t.Column<DateOnly>(nullable: true),
                Email = t.Column<string>(nullable: true),
                EmailKey = t.Column<string>(nullable: true),
                Phone = t.Column<string>(nullable: true),
                PrefersWay = t.Column<string>(nullable: true),
                Language = t.Column<string>(),
                DoNotContact = t.Column<bool>(),
                ToldUsAt = t.Column<DateTimeOffset>(nullable: true),
                ForgottenAt = t.Column<DateTimeOffset>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_person", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_person_Reference", "people_person", "Reference", unique: true);
        migrationBuilder.CreateIndex("IX_people_person_EmailKey", "people_person", "EmailKey");
        migrationBuilder.CreateIndex("IX_people_person_Phone", "people_person", "Phone");
        migrationBuilder.CreateIndex("IX_people_person_NameKey", "people_person", "NameKey");
        migrationBuilder.CreateTable(
            "people_consent",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<Guid>(),
                Kind = t.Column<string>(),
                Given = t.Column<bool>(),
                At = t.Column<DateTimeOffset>(),
                Source = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_people_consent", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_consent_PersonId", "people_consent", "PersonId");
        migrationBuilder.CreateTable(
            "people_involvement",
            t => new
            {
                Id = t.Column<Guid>(),
                PersonId = t.Column<Guid>(),
                Role = t.Column<string>(),
                Since = t.Column<DateOnly>(),
                Until = t.Column<DateOnly>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_involvement", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_involvement_PersonId", "people_involvement", "PersonId");
    }
}
