// A survey's respondents to be weighted by six things, of whom some answer far less than others; and the peer that weights the same.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Hearth.Statistics.Sampling;
using Hearth.Statistics.Weighting;

namespace Hearth.Bench.Raking;

/// <param name="Variables">Six columns of codes with their targets, which count as many as there are respondents.</param>
internal sealed record SixMargins(int Rows, IReadOnlyList<WeightingVariable> Variables)
{
    // age, tenure, ward, kind of home, household, language: their numbers of categories
    private static readonly int[] Sizes = [6, 4, 30, 5, 5, 3];

    public double InputMiB => Rows * Variables.Count * sizeof(int) / Math.Pow(1024, 2);

    public static SixMargins Of(int rows)
    {
        var lots = new Xoshiro256(20_261_122);
        var variables = new List<WeightingVariable>();
        foreach (var (at, many) in Sizes.Index())
        {
            // respondents: the k-th category k times as likely as the first, shifted by the one before so that the six hang together
            var before = variables.Count == 0 ? default : variables[^1].Codes;
            var codes = new int[rows];
            var all = (ulong)(many * (many + 1) / 2);
            for (var i = 0; i < rows; i++)
            {
                var (lot, code) = ((long)lots.Below(all), 0);
                while ((lot -= code + 1) >= 0)
                {
                    code++;
                }
                codes[i] = before.IsEmpty || lots.Below(10) > 0 ? code : before.Span[i] % many;
            }
            // everyone: nearer to each other than those who answered
            double[] parts = [.. Enumerable.Range(0, many).Select(k => (many / 2.0) + k + 1)];
            var sum = parts.Sum();
            variables.Add(
                new WeightingVariable(
                    $"v{at + 1}",
                    codes,
                    [.. parts.Select((_, k) => k.ToString(CultureInfo.InvariantCulture))],
                    [.. parts.Select(part => rows * part / sum)]
                )
            );
        }
        return new SixMargins(rows, variables);
    }

    /// <summary>Whether R and its survey package are on this machine.</summary>
    public static bool HasPeer()
    {
        try
        {
            using var r = Process.Start(
                new ProcessStartInfo("Rscript", ["-e", "library(survey)"])
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            );
            r!.WaitForExit();
            return r.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Writes what the peer reads.</summary>
    public void Write(string folder)
    {
        var targets = new List<string> { "variable,category,count" };
        foreach (var (at, variable) in Variables.Index())
        {
            File.WriteAllBytes(Path.Combine(folder, $"column{at + 1}"), MemoryMarshal.AsBytes(variable.Codes.Span).ToArray());
            targets.AddRange(
                variable.Targets.Select((target, k) => string.Create(CultureInfo.InvariantCulture, $"{at + 1},{k},{target:R}"))
            );
        }
        File.WriteAllLines(Path.Combine(folder, "targets.csv"), targets);
    }

    /// <summary>Lets the peer weight the same: seconds of its rake() alone, MiB it held at most, and its weights.</summary>
    public (double Seconds, double MiB, double[] Weights) ByPeer(string folder)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Raking", "rake.R");
        using var r = Process.Start(
            new ProcessStartInfo("Rscript", [script, folder, $"{Rows}"]) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var said = r.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        r.WaitForExit();
        if (r.ExitCode != 0 || said.Length < 2)
        {
            throw new InvalidOperationException("R broke off.");
        }
        return (
            double.Parse(said[0], CultureInfo.InvariantCulture),
            double.Parse(said[1], CultureInfo.InvariantCulture),
            MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, "weights"))).ToArray()
        );
    }
}
