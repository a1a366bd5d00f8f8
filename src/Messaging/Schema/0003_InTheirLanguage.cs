// Messages in the person's language: the same in English beside it, and how many parts a text has.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Messaging.Schema;

[Migration("20261122_2_Messaging_0003")]
internal sealed class Messaging0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("English", "messaging_message", nullable: true);
        migrationBuilder.AddColumn<int>("Parts", "messaging_message", nullable: false, defaultValueSql: "1");
    }
}
