// hearth restore: fills a new database, of either kind, from a backup.
using System.CommandLine;
using Hearth.Storage.Public;

namespace Hearth.Cli.Commands;

internal static class RestoreCommand
{
    public static Command Create()
    {
        var database = Common.Database();
        var format = Common.Format();
        var file = new Argument<FileInfo>("file") { Description = "An archive that hearth backup wrote." };
        var command = new Command(
            "restore",
            "Fills a new database from a backup: all of it or nothing. Also the way from SQLite to PostgreSQL."
        )
        {
            file,
            database,
            format,
        };
        command.SetAction(
            (parsed, stop) =>
                Common.WithServicesAsync(
                    parsed.GetValue(database),
                    "restore",
                    async services =>
                    {
                        await using var stream = parsed.GetValue(file)!.OpenRead();
                        var counts = await services.GetRequiredService<Archive>().ReadAsync(stream, stop);
                        Common.Print(
                            parsed.GetValue(format),
                            new { Database = services.GetRequiredService<DatabaseAddress>().Safe, Rows = counts },
                            () => [$"{counts.Values.Sum()} rows of {counts.Count} tables restored"]
                        );
                        return 0;
                    }
                )
        );
        return command;
    }
}
