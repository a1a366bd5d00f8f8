// How long 60,000 rows take to import, and whether memory stays flat: beside 6,000 rows, each in a process of its own.
using System.Diagnostics;
using System.Text.Json;
using Hearth.Bench.Measuring;
using Hearth.Storage.Public;

namespace Hearth.Bench.Imports;

internal static class ImportMeasure
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds)
    {
        var (few, many) = (new List<ImportOutcomeOnce>(), new List<ImportOutcomeOnce>());
        for (var round = 0; round < Math.Min(rounds, 3); round++)
        {
            few.Add(await OnceAsync(kind, 6_000));
            many.Add(await OnceAsync(kind, 60_000));
        }
        const string Measure = "import of a housing system's CSV";
        var name = Report.Name(kind);
        var little = few.Select(import => import.GrownMiB).ToList();
        return
        [
            new Figure(Measure, name, "60,000 rows into an empty register", "s", [.. many.Select(import => import.Seconds)]).Within(60),
            new Figure(
                Measure,
                name,
                "the same 60,000 rows again, nothing changed",
                "s",
                [.. many.Select(import => import.AgainSeconds)]
            ).Within(60),
            new(Measure, name, "6,000 rows into an empty register", "s", [.. few.Select(import => import.Seconds)]),
            new(Measure, name, "memory grown by 6,000 rows", "MiB", little),
            new Figure(Measure, name, "memory grown by 60,000 rows", "MiB", [.. many.Select(import => import.GrownMiB)]).Beside(
                "6,000 rows",
                little
            ),
        ];
    }

    private static async Task<ImportOutcomeOnce> OnceAsync(DatabaseKind kind, int rows)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["import-once", kind.ToString(), $"{rows}"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ImportOutcomeOnce>(line)!
            : throw new InvalidOperationException($"The import of {rows} rows ended with {process.ExitCode}.");
    }
}
