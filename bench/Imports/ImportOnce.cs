// One import in a process of its own, so that its memory can be told: prints seconds and mebibytes as JSON.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hearth.Bench.Measuring;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Imports;

/// <param name="Seconds">Of the first import, into an empty register.</param>
/// <param name="AgainSeconds">Of the same file once more, which changes nothing.</param>
/// <param name="GrownMiB">Highest working set less that before the import.</param>
internal sealed record ImportOutcomeOnce(double Seconds, double AgainSeconds, double GrownMiB);

internal static class ImportOnce
{
    public static async Task<int> RunAsync(DatabaseKind kind, int rows)
    {
        await using var hearth = await Started.OnAsync(kind);
        var path = Path.Combine(Path.GetTempPath(), $"hearth-import-{Environment.ProcessId}.csv");
        try
        {
            await WriteAsync(path, rows);
            var before = Process.GetCurrentProcess().WorkingSet64;
            var (first, took) = await TimeAsync(hearth, path);
            var (again, tookAgain) = await TimeAsync(hearth, path);
            if (first.Delta?.Tenancies.New != rows || again.Delta?.Tenancies.Unchanged != rows)
            {
                await Console.Error.WriteLineAsync($"The import is not as it should be: {first.Refusal} {first.Delta} {again.Delta}");
                return 1;
            }
            var grown = (Process.GetCurrentProcess().PeakWorkingSet64 - before) / Math.Pow(1024, 2);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new ImportOutcomeOnce(took, tookAgain, grown)));
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(ImportOutcome Outcome, double Seconds)> TimeAsync(HearthApp hearth, string path)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = await hearth.InScopeAsync(async scope =>
        {
            await using var file = File.OpenRead(path);
            return await scope.GetRequiredService<HousingImport>().RunAsync(file, "export.csv", new());
        });
        return (outcome, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static async Task WriteAsync(string path, int rows)
    {
        await using var file = new StreamWriter(path);
        await file.WriteAsync(
            "Tenancy Ref,Property Ref,Address,Postcode,Ward,Patch,Tenure,Start,Tenant Name,DOB,Email,Mobile,Joint Tenant Name\r\n"
        );
        for (var i = 0; i < rows; i++)
        {
            await file.WriteAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"T{i:000000},P{i:000000},\"{i % 90} Long Street, Ousebridge\",OB{i % 9 + 1} {i % 10}AA,Ward {i % 20},Patch {i % 40},General Needs,01/04/2010,Mrs Kasia Novak{i},{i % 28 + 1:00}/04/1980,k{i}@tenants.example,07700 9{i % 100000:00000},{(i % 5 == 0 ? $"Jan Novak{i}" : "")}\r\n"
                )
            );
        }
    }
}
