// hearth export: every table as CSV, for the landlord's own analysis or to leave with.
using System.CommandLine;
using Hearth.Storage.Public;

namespace Hearth.Cli.Commands;

internal static class ExportCommand
{
    public static Command Create()
    {
        var database = Common.Database();
        var format = Common.Format();
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the files go: one CSV a table." };
        var command = new Command("export", "Writes every table as CSV. The files hold personal data.") { folder, database, format };
        command.SetAction(
            (parsed, stop) =>
                Common.WithServicesAsync(
                    parsed.GetValue(database),
                    "export",
                    async services =>
                    {
                        var target = parsed.GetValue(folder)!;
                        target.Create();
                        var counts = await services.GetRequiredService<TableExport>().WriteAsync(target, stop);
                        Common.Print(
                            parsed.GetValue(format),
                            new { Folder = target.FullName, Rows = counts },
                            () => counts.Select(table => $"{table.Key}.csv {table.Value}")
                        );
                        return 0;
                    }
                )
        );
        return command;
    }
}
