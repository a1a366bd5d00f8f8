// hearth migrate: brings the database to this version's schema.
using System.CommandLine;
using Hearth.Storage.Public;

namespace Hearth.Cli.Commands;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var database = Common.Database();
        var format = Common.Format();
        var command = new Command("migrate", "Brings the database to this version's schema. Safe to run twice.") { database, format };
        command.SetAction(
            (parsed, stop) =>
                Common.WithServicesAsync(
                    parsed.GetValue(database),
                    "migrate",
                    async services =>
                    {
                        var applied = await services.GetRequiredService<Schema>().MigrateAsync(stop);
                        Common.Print(
                            parsed.GetValue(format),
                            new { Database = services.GetRequiredService<DatabaseAddress>().Safe, Applied = applied },
                            () => applied.Count == 0 ? ["Nothing to do: the schema is up to date."] : applied.Select(id => $"Applied {id}")
                        );
                        return 0;
                    }
                )
        );
        return command;
    }
}
