// Letters through a provider: when its next word on one is due, and why a letter is printed here all the same.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Messaging.Schema;

[Migration("20261122_2_Messaging_0002")]
internal sealed class Messaging0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("ReceiptDueAt", "messaging_message", nullable: true);
        migrationBuilder.AddColumn<string>("PrintHere", "messaging_message", nullable: true);
        migrationBuilder.CreateIndex("IX_messaging_message_ReceiptDueAt", "messaging_message", "ReceiptDueAt");
    }
}
