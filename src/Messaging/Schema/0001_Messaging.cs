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
                NotAfter = t.Column<DateTimeOffset>(nullable: true),
                Attempts = t.Column<int>(),
                LeasedUntil = t.Column<DateTimeOffset>(nullable: true),
                LeasedBy = t.Column<Guid>(nullable: true),
                LeasedByName = t.Column<string>(nullable: true),
                EndedAt = t.Column<DateTimeOffset>(nullable: true),
                OutcomeDueAt = t.Column<DateTimeOffset>(nullable: true),
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
        migrationBuilder.CreateIndex("IX_messaging_message_BatchId", "messaging_message", "BatchId");
        migrationBuilder.CreateIndex("IX_messaging_message_OutcomeDueAt", "messaging_message", "OutcomeDueAt");
        migrationBuilder.CreateTable(
            "messaging_event",
            t => new
            {
                Id = t.Column<Guid>(),
                MessageId = t.Column<Guid>(),
                At = t.Column<DateTimeOffset>(),
                What = t.Column<string>(),
                Note = t.Column<string>(nullable: true),
                By = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_messaging_event", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_messaging_event_MessageId", "messaging_event", "MessageId");
        migrationBuilder.CreateTable(
            "messaging_print_run",
            t => new
            {
                Id = t.Column<Guid>(),
                Purpose = t.Column<string>(),
                Letters = t.Column<int>(),
                MadeAt = t.Column<DateTimeOffset>(),
                MadeBy = t.Column<string>(),
                Status = t.Column<string>(),
                EndedAt = t.Column<DateTimeOffset>(nullable: true),
                EndedBy = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_messaging_print_run", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_messaging_print_run_Status", "messaging_print_run", "Status");
    }
}
