// hearth draw: a sample by lot, by strata if wanted, that anybody can draw again from the seed.
using System.CommandLine;
using System.Globalization;
using Hearth.Cli.Analysts.Columns;

namespace Hearth.Cli.Analysts.DrawSample;

internal enum SharedOut
{
    Proportional,
    Neyman,
    Equal,
}

internal static class DrawCommand
{
    private sealed record Words(
        Argument<string> File,
        Option<string> Size,
        Option<string?> Strata,
        Option<SharedOut?> Allocation,
        Option<string?> Spread,
        Option<string?> AtLeast,
        Option<string> Seed,
        Option<string> Out,
        Option<OutputFormat> Format
    );

    public static Command Create()
    {
        var words = new Words(
            AnalystCommands.File(
                "CSV with a header row and one row a household; its first column names the household, no two alike, and its lot goes by that name."
            ),
            new("--size") { Description = "How many to draw.", Required = true },
            new("--strata") { Description = "Columns, parted by commas: each combination is a stratum." },
            Shown.Choice(
                new Option<SharedOut?>("--allocation")
                {
                    Description =
                        "proportional (the default): of each stratum the same share, rounded by largest remainder. neyman: more where answers differ more (see --spread). equal: of each the same number, as far as it holds so many.",
                }
            ),
            new("--spread")
            {
                Description = "For neyman: a column of numbers, such as an earlier score; how far they differ within a stratum counts.",
            },
            new("--at-least")
            {
                Description =
                    "The fewest of each stratum, so that everybody has a chance; a stratum that holds fewer gives all. Default: 0, and a stratum left without anyone is named.",
            },
            new("--seed")
            {
                Description = "A whole number, written down before the draw. The same seed gives the same sample.",
                Required = true,
            },
            AnalystCommands.Out(),
            Shown.Format<DrawReport>()
        );
        var command = new Command("draw", "Draws a sample by lot and writes its rows, as they stand, to a new file.")
        {
            words.File,
            words.Size,
            words.Strata,
            words.Allocation,
            words.Spread,
            words.AtLeast,
            words.Seed,
            words.Out,
            words.Format,
        };
        command.Validators.Add(found =>
        {
            // a word that cannot be read is refused by itself: here only whether there is one counts
            var allocation = found.GetResult(words.Allocation)?.Tokens is [var word] ? word.Value : null;
            if (allocation is not null && found.GetValue(words.Strata) is null)
            {
                found.AddError("--allocation goes with --strata: without strata everyone has the same chance.");
            }
            if (found.GetValue(words.AtLeast) is not null && found.GetValue(words.Strata) is null)
            {
                found.AddError("--at-least goes with --strata: without strata there is one for all.");
            }
            if (
                found.GetValue(words.Spread) is not null
                && !nameof(SharedOut.Neyman).Equals(allocation, StringComparison.OrdinalIgnoreCase)
            )
            {
                found.AddError("--spread goes with --allocation neyman.");
            }
        });
        command.Does((parsed, stop) => Run(parsed, words, stop));
        return command;
    }

    private static void Run(ParseResult parsed, Words words, CancellationToken stop)
    {
        var path = parsed.GetValue(words.File)!;
        var target = OutFile.Place(parsed.GetValue(words.Out)!, path);
        var size = Given.Whole("--size", parsed.GetValue(words.Size)!, 1, "how many to draw");
        var seed = Seed(parsed.GetValue(words.Seed)!);
        var strata = Given.List("--strata", parsed.GetValue(words.Strata));
        using var file = TableFile.Open(path);
        var frame = Frame.Read(file, strata, parsed.GetValue(words.Spread), stop);
        var least = Given.WholeOrNone("--at-least", parsed.GetValue(words.AtLeast), 0, "the fewest of each stratum") ?? 0;
        var lots = Lots.Draw(frame, size, parsed.GetValue(words.Allocation) ?? SharedOut.Proportional, least, seed);
        using var written = OutFile.Copy(file, target, frame.Rows, row => lots.Drawn[row], further: null, stop);
        var report = DrawReport.Of(lots, parsed.GetValue(words.Out)!, written);
        Shown.Print(parsed.GetValue(words.Format), report, report.Lines, written.Besides);
    }

    private static ulong Seed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw Refused.Words($"--seed “{text}”: enter a whole number, 0 or more and no more than {ulong.MaxValue}.");
}
