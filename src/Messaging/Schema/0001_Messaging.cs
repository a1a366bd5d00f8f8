// The outbox.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Messaging.Schema;

[Migration("20261122_2_Messaging_0001")]
internal sealed class Messaging0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "messaging_message",
            t => new
            {
                Id = t.Column<Guid>(),
                Key = t.Column<string>(),
                Purpose = t.Column<string>(),
                About = t.Column<Guid>(nullable: true),
                PersonId = t.Column<Guid>(nullable: true),
                Channel = t.Column<string>(),
                ToName = t.Column<string>(),
                ToAddress = t.Column<string>(),
                Language = t.Column<string>(),
                Subject = t.Column<string>(),
                Body = t.Column<string>(),
                Code = t.Column<string>(nullable: true),
                Secret = t.Column<bool>(),
                Status = t.Column<string>(),
                CreatedAt = t.Column<DateTimeOffset>(),
                DueAt = t.Column<DateTimeOffset>(),
                Attempts = t.Column<int>(),
                LeasedUntil = t.Column<DateTimeOffset>(nullable: true),
                EndedAt = t.Column<DateTimeOffset>(nullable: true),
                ProviderId = t.Column<string>(nullable: true),
                LastError = t.Column<string>(nullable: true),
                BatchId = t.Column<Guid>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_messaging_message", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_messaging_message_Key", "messaging_message", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_messaging_message_Status_Channel_DueAt", "messaging_message", ["Status", "Channel", "DueAt"]);
        migrationBuilder.CreateIndex("IX_messaging_message_About_Purpose", "messaging_message", ["About", "Purpose"]);
        migrationBuilder.CreateIndex("IX_messaging_message_PersonId", "messaging_message", "PersonId");
    }
}
