// What an import keeps while it runs, its report, and the mappings saved by name.
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.People.Schema;

[Migration("20261122_3_People_0002")]
internal sealed class People0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people_import_run",
            t => new
            {
                Id = t.Column<Guid>(),
                FileName = t.Column<string>(),
                Size = t.Column<long>(),
                StartedAt = t.Column<DateTimeOffset>(),
                StartedBy = t.Column<string>(),
                StartedById = t.Column<Guid>(nullable: true),
                EndedAt = t.Column<DateTimeOffset>(nullable: true),
                State = t.Column<string>(),
                MappingName = t.Column<string>(nullable: true),
                Columns = t.Column<string>(nullable: true),
                WholeList = t.Column<bool>(),
                EndingConfirmed = t.Column<bool>(),
                Node = t.Column<string>(nullable: true),
                HeldUntil = t.Column<DateTimeOffset>(nullable: true),
                Phase = t.Column<string>(),
                RowsDone = t.Column<int>(),
                Counts = t.Column<string>(nullable: true),
                Delta = t.Column<string>(nullable: true),
                Problem = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_import_run", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_import_run_State", "people_import_run", "State");
        migrationBuilder.CreateTable(
            "people_import_piece",
            t => new
            {
                RunId = t.Column<Guid>(),
                Number = t.Column<int>(),
                Bytes = t.Column<byte[]>(),
            },
            constraints: t => t.PrimaryKey("PK_people_import_piece", x => new { x.RunId, x.Number })
        );
        migrationBuilder.CreateTable(
            "people_import_line",
            t => new
            {
                RunId = t.Column<Guid>(),
                Line = t.Column<int>(),
                Key = t.Column<string>(),
                Row = t.Column<string>(nullable: true),
                Original = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_people_import_line", x => new { x.RunId, x.Line })
        );
        migrationBuilder.CreateIndex("IX_people_import_line_RunId_Key_Line", "people_import_line", ["RunId", "Key", "Line"]);
        migrationBuilder.CreateTable(
            "people_import_remark",
            t => new
            {
                Id = t.Column<Guid>(),
                RunId = t.Column<Guid>(),
                Line = t.Column<int>(),
                Kind = t.Column<string>(),
                Reason = t.Column<string>(),
                Original = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_people_import_remark", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_import_remark_RunId_Kind_Line", "people_import_remark", ["RunId", "Kind", "Line"]);
        migrationBuilder.CreateTable(
            "people_import_mapping",
            t => new
            {
                Id = t.Column<Guid>(),
                Name = t.Column<string>(),
                NameKey = t.Column<string>(),
                Columns = t.Column<string>(),
                SavedAt = t.Column<DateTimeOffset>(),
            },
            constraints: t => t.PrimaryKey("PK_people_import_mapping", x => x.Id)
        );
        migrationBuilder.CreateIndex("IX_people_import_mapping_NameKey", "people_import_mapping", "NameKey", unique: true);
    }
}
