// hearth check: whether this database is whole, for a landlord's monitoring.
using System.CommandLine;
using Hearth.Storage.Public;

namespace Hearth.Cli.Commands;

internal static class CheckCommand
{
    public static Command Create()
    {
        var database = Common.Database();
        var format = Common.Format();
        var command = new Command("check", "Says whether the database answers, is whole and up to date. Exit code 1 where it is not.")
        {
            database,
            format,
        };
        command.SetAction(
            (parsed, stop) =>
                Common.WithServicesAsync(
                    parsed.GetValue(database),
                    "check",
                    async services =>
                    {
                        var findings = await services.GetRequiredService<DatabaseCheck>().RunAsync(stop);
                        Common.Print(
                            parsed.GetValue(format),
                            new
                            {
                                Database = services.GetRequiredService<DatabaseAddress>().Safe,
                                Whole = findings.Count == 0,
                                Findings = findings,
                            },
                            () => findings.Count == 0 ? ["The database is whole and up to date."] : findings
                        );
                        return findings.Count == 0 ? 0 : 1;
                    }
                )
        );
        return command;
    }
}
