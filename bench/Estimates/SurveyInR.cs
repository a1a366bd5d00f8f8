// R's survey package doing the same, where Rscript with it is present.
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Hearth.Statistics.Estimation;

namespace Hearth.Bench.Estimates;

internal static class SurveyInR
{
    /// <summary>The version of the package, in words; null where R or the package is missing.</summary>
    public static async Task<string?> VersionAsync()
    {
        try
        {
            var said = await RunAsync(["-e", "cat(as.character(packageVersion('survey')), as.character(getRversion()))"]);
            return said.Split(' ') is [var package, var language] ? $"R {language}, survey {package}" : null;
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The milliseconds R took for the table, its design being made before; stops where a figure is not ours to six digits.</summary>
    public static async Task<double> MillisecondsAsync(RakedResponses responses, EstimateTable ours)
    {
        var folder = Directory.CreateTempSubdirectory("hearth-estimates-").FullName;
        try
        {
            var script = Path.Combine(folder, "estimates.R");
            await using (var from = Assembly.GetExecutingAssembly().GetManifestResourceStream("estimates.R")!)
            await using (var to = File.Create(script))
            {
                await from.CopyToAsync(to);
            }
            await responses.WriteAsync(Path.Combine(folder, "responses.csv"));
            var seconds = double.Parse((await RunAsync([script, folder])).Trim(), CultureInfo.InvariantCulture);
            Compare(await File.ReadAllLinesAsync(Path.Combine(folder, "found.csv")), ours);
            return seconds * 1_000;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string[] found, EstimateTable ours)
    {
        if (found.Length != ours.Measures * ours.Groups)
        {
            throw new InvalidOperationException($"R gave {found.Length} figures.");
        }
        foreach (var line in found)
        {
            var cells = line.Split(',');
            double Number(int at) => double.Parse(cells[at].Trim(), CultureInfo.InvariantCulture);
            var mine = ours[int.Parse(cells[0].Trim()[1..], CultureInfo.InvariantCulture), (int)Number(1)];
            if (!Same(mine.Value, Number(2)) || !Same(mine.StandardError, Number(3)))
            {
                throw new InvalidOperationException($"R has {line}, Hearth {mine.Value:R} and {mine.StandardError:R}.");
            }
        }
    }

    private static bool Same(double? mine, double theirs) => mine is { } number && Math.Abs(number - theirs) <= 1e-6 * Math.Abs(theirs);

    private static async Task<string> RunAsync(IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("Rscript", arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"Rscript ended with {process.ExitCode}.");
    }
}
