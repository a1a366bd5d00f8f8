// hearth backup: the whole database into one file, while Hearth runs.
using System.CommandLine;
using Hearth.Storage.Public;

namespace Hearth.Cli.Commands;

internal static class BackupCommand
{
    public static Command Create()
    {
        var database = Common.Database();
        var format = Common.Format();
        var file = new Argument<FileInfo>("file") { Description = "The archive to write. It must not exist yet." };
        var command = new Command("backup", "Writes the whole database into one file, as it stood at one instant.")
        {
            file,
            database,
            format,
        };
        command.SetAction(
            (parsed, stop) =>
                Common.WithServicesAsync(
                    parsed.GetValue(database),
                    "backup",
                    async services =>
                    {
                        var target = parsed.GetValue(file)!;
                        var half = target.FullName + ".part";
                        if (target.Exists)
                        {
                            await Console.Error.WriteLineAsync($"{target.FullName} exists already. Name a new file.");
                            return 1;
                        }
                        IReadOnlyDictionary<string, long> counts;
                        await using (var stream = PrivateFile.Create(half))
                        {
                            counts = await services.GetRequiredService<Archive>().WriteAsync(stream, stop);
                            stream.Flush(flushToDisk: true);
                        }
                        File.Move(half, target.FullName);
                        Common.Print(
                            parsed.GetValue(format),
                            new { File = target.FullName, Rows = counts },
                            () => [$"{counts.Values.Sum()} rows of {counts.Count} tables in {target.FullName}"]
                        );
                        return 0;
                    }
                )
        );
        return command;
    }
}
