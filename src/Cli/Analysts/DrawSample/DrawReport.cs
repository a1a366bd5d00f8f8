// What was drawn, stratum by stratum, with what each drawn household stands for.
using Hearth.Cli.Analysts.Columns;

namespace Hearth.Cli.Analysts.DrawSample;

/// <param name="File">Where from.</param>
/// <param name="Out">Where to.</param>
/// <param name="Population">Rows of the file.</param>
/// <param name="Size">Rows drawn.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Lots">key: each household's lot goes by its name, so the order of the rows does not matter; position: by its place in the file.</param>
/// <param name="Key">The first column.</param>
/// <param name="Allocation">How the sample was shared out; null without strata.</param>
/// <param name="Strata">Each stratum; one for all without strata.</param>
/// <param name="MadeHarmless">Cells that a spreadsheet would run as a formula, written with an apostrophe in front.</param>
/// <param name="Warnings">What to know before the sample is used.</param>
internal sealed record DrawReport(
    string File,
    string Out,
    int Population,
    int Size,
    ulong Seed,
    string Lots,
    string Key,
    string? Allocation,
    IReadOnlyList<DrawnStratum> Strata,
    int MadeHarmless,
    IReadOnlyList<string> Warnings
)
{
    public static DrawReport Of(Lots lots, string path, OutFile written)
    {
        var (frame, sample) = (lots.Frame, lots.Sample);
        var names = frame.Strata.Count == 0 ? ["all"] : frame.Strata;
        DrawnStratum[] strata =
        [
            .. names.Select(
                (name, h) => new DrawnStratum(name, sample.Populations[h], sample.Sizes[h], sample.Chance(h), sample.DesignWeight(h))
            ),
        ];
        return new(
            frame.File,
            path,
            frame.Rows,
            sample.Rows.Count,
            sample.Seed,
            frame.Keys is null ? "position" : "key",
            frame.Key,
            frame.Strata.Count == 0 ? null : lots.Allocation.ToString().ToLowerInvariant(),
            strata,
            written.MadeHarmless,
            [.. Warn(lots, strata, written)]
        );
    }

    public IEnumerable<string> Lines()
    {
        yield return $"{File}: {Figures.Count(Size)} drawn of {Figures.Count(Population)} by seed {Seed}, {(Allocation is null ? "everyone with the same chance" : $"{Allocation} over {Figures.Of(Strata.Count, "stratum", "strata")}")}.";
        if (Allocation is not null)
        {
            yield return "";
            foreach (
                var line in Figures.Table(
                    ["", "Population", "Drawn", "Chance", "Stands for"],
                    Strata.Select(IReadOnlyList<string> (stratum) => stratum.Cells())
                )
            )
            {
                yield return line;
            }
            yield return "";
        }
        foreach (var warning in Warnings)
        {
            yield return warning;
        }
        yield return $"Written: {(Out == OutFile.StandardOutput ? "to standard output" : Out)}";
    }

    private static IEnumerable<string> Warn(Lots lots, IReadOnlyList<DrawnStratum> strata, OutFile written)
    {
        var frame = lots.Frame;
        if (frame.NotTold is { } why)
        {
            yield return $"{why}, so lots go by the place of the row: the same file in another order gives another sample.";
        }
        if (lots.Allocation == SharedOut.Neyman && frame.Deviations is null)
        {
            yield return "Nothing is known of how far answers differ within the strata (--spread names a column), so they are taken to differ alike: that is the proportional allocation.";
        }
        if (frame.WithoutSpread.Count > 0)
        {
            yield return $"Fewer than two numbers to tell the spread from: {string.Join("; ", frame.WithoutSpread)}. These are taken to differ as all do together.";
        }
        foreach (var stratum in strata.Where(stratum => stratum.Drawn == 0))
        {
            yield return $"Nobody was drawn from {stratum.Stratum} ({Figures.Of(stratum.Population, "household", "households")}): the sample cannot speak for it.";
        }
        if (written.MadeHarmless > 0)
        {
            yield return $"{Figures.Of(written.MadeHarmless, "cell", "cells")} that a spreadsheet would run as a formula: written with an apostrophe in front.";
        }
    }
}

/// <param name="Stratum">Its values.</param>
/// <param name="Population">How many it holds.</param>
/// <param name="Drawn">How many were drawn.</param>
/// <param name="Chance">The chance each had.</param>
/// <param name="DesignWeight">How many each drawn one stands for; null where none was.</param>
internal sealed record DrawnStratum(string Stratum, int Population, int Drawn, double? Chance, double? DesignWeight)
{
    public IReadOnlyList<string> Cells() =>
        [Stratum, Figures.Count(Population), Figures.Count(Drawn), Figures.Percent(Chance), Figures.Number(DesignWeight, "0.0##")];
}
