// hearth import: a housing system's export into the register, all of it or nothing; the same file again changes nothing.
using System.CommandLine;
using Hearth.Cli.Importing;
using Hearth.People.Public;
using Hearth.Storage.Public;

namespace Hearth.Cli.Commands;

internal static class ImportCommand
{
    private sealed record Words(
        Argument<string> File,
        Option<string?> Mapping,
        Option<bool> DryRun,
        Option<bool> Whole,
        Option<bool> ConfirmEnding,
        Option<string?> SetAside,
        Option<string?> Database,
        Option<OutputFormat> Format
    );

    public static Command Create()
    {
        var words = new Words(
            new("file") { Description = "CSV or Excel (.xlsx), as the housing system writes it." },
            new("--mapping") { Description = "A mapping saved in Hearth. Without it, the columns are told from the headings." },
            new("--dry-run") { Description = "Reads and compares, and changes nothing." },
            new("--whole") { Description = "The file is the whole list: tenancies that are not in it are ended." },
            new("--confirm-ending")
            {
                Description = $"Ends them even where they are more than {HousingImport.LargestEnding * 100:0}% of all.",
            },
            new("--set-aside")
            {
                Description =
                    "Where rows that cannot be taken go, each with its reason. Default: <file>.set-aside.csv in this folder, if there are any.",
            },
            Common.Database(),
            Common.Format()
        );
        var command = new Command("import", "Brings homes, tenancies and tenants in from a housing system's export.")
        {
            words.File,
            words.Mapping,
            words.DryRun,
            words.Whole,
            words.ConfirmEnding,
            words.SetAside,
            words.Database,
            words.Format,
        };
        command.Validators.Add(found =>
        {
            if (found.GetValue(words.ConfirmEnding) && !found.GetValue(words.Whole))
            {
                found.AddError("--confirm-ending goes with --whole: without it nothing is ended.");
            }
        });
        command.SetAction((parsed, stop) => RunAsync(parsed, words, stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Words words, CancellationToken stop)
    {
        var path = Path.GetFullPath(parsed.GetValue(words.File)!);
        if (!File.Exists(path))
        {
            return await Ending.WrongAsync(
                Directory.Exists(path) ? $"{path} is a folder. Name the file in it." : $"There is no file {path}."
            );
        }
        var setAside = Path.GetFullPath(parsed.GetValue(words.SetAside) ?? $"{Path.GetFileNameWithoutExtension(path)}.set-aside.csv");
        if (setAside == path || Directory.Exists(setAside) || !Directory.Exists(Path.GetDirectoryName(setAside)))
        {
            return await Ending.WrongAsync(
                setAside == path
                    ? "--set-aside names the file to import. Name another."
                    : $"{setAside} cannot be written. Name a file in a folder that is there."
            );
        }
        return await Common.WithServicesAsync(
            parsed.GetValue(words.Database),
            "import",
            services => RunAsync(services, parsed, words, (path, setAside), stop)
        );
    }

    private static async Task<int> RunAsync(
        IServiceProvider services,
        ParseResult parsed,
        Words words,
        (string Import, string SetAside) files,
        CancellationToken stop
    )
    {
        if (await Common.NotReadyAsync(services, stop) is { } notReady)
        {
            await Console.Error.WriteLineAsync(notReady);
            return 1;
        }
        var choices = new ImportChoices
        {
            Mapping = parsed.GetValue(words.Mapping),
            DryRun = parsed.GetValue(words.DryRun),
            WholeList = parsed.GetValue(words.Whole),
            EndingConfirmed = parsed.GetValue(words.ConfirmEnding),
        };
        ImportOutcome outcome;
        await using (var file = new FileStream(files.Import, FileMode.Open, FileAccess.Read, FileShare.Read))
        using (var progress = new ProgressOnError())
        {
            outcome = await services
                .GetRequiredService<HousingImport>()
                .RunAsync(file, Path.GetFileName(files.Import), choices, progress, stop);
        }
        var written = outcome.SetAside.Count > 0 ? files.SetAside : null;
        if (written is not null)
        {
            await SetAsideFile.WriteAsync(written, outcome.SetAside, stop);
            services.GetRequiredService<AuditTrail>().Write("DownloadSetAside", "import", outcome.RunId, "set-aside");
            await services.GetRequiredService<HearthDb>().SaveChangesAsync(stop);
        }
        var report = new ImportReport(Path.GetFileName(files.Import), choices.DryRun, outcome, written);
        Common.Print(parsed.GetValue(words.Format), report.ForPrograms, report.Lines);
        if (outcome.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"Nothing was imported. {refusal.TrimEnd('.')}.");
            return 1;
        }
        return 0;
    }
}
