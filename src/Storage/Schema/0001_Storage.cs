// The first tables: audit, keys, settings, jobs.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Storage.Schema;

[Migration("20261122_1_Storage_0001")]
internal sealed class Storage0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "storage_audit",
            t => new
            {
                Id = t.Column<Guid>(),
                At = t.Column<DateTimeOffset>(),
                ActorKind = t.Column<string>(),
                ActorId = t.Column<Guid>(nullable: true),
                ActorName = t.Column<string>(),
                Action = t.Column<string>(),
                SubjectKind = t.Column<string>(),
                SubjectId = t.Column<Guid>(nullable: true),
                Detail = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_storage_audit", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_storage_audit_At", "storage_audit", "At");
        migrationBuilder.CreateIndex("IX_storage_audit_SubjectId", "storage_audit", "SubjectId");
        migrationBuilder.CreateTable(
            "storage_key",
            t => new
            {
                Id = t.Column<Guid>(),
                Name = t.Column<string>(),
                Xml = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_storage_key", x => x.Id)
        );
        migrationBuilder.CreateTable(
            "storage_setting",
            t => new { Key = t.Column<string>(), Json = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_storage_setting", x => x.Key)
        );
        migrationBuilder.CreateTable(
            "storage_job",
            t => new
            {
                Name = t.Column<string>(),
                DueAt = t.Column<DateTimeOffset>(),
                LeasedUntil = t.Column<DateTimeOffset>(nullable: true),
                LeasedBy = t.Column<string>(nullable: true),
                LastEndedAt = t.Column<DateTimeOffset>(nullable: true),
                LastError = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_storage_job", x => x.Name)
        );
    }
}
