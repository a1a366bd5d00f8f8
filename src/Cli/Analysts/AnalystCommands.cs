// The commands for analysts: any figure checked outside the web pages. They read and write files and touch no database.
using System.CommandLine;
using Hearth.Cli.Analysts.CompareGroups;
using Hearth.Cli.Analysts.CountMeasures;
using Hearth.Cli.Analysts.DrawSample;
using Hearth.Cli.Analysts.EstimateShares;
using Hearth.Cli.Analysts.SizeSample;
using Hearth.Cli.Analysts.WeighResponses;

namespace Hearth.Cli.Analysts;

internal static class AnalystCommands
{
    public static IEnumerable<Command> All() =>
        [
            SampleSizeCommand.Create(),
            DrawCommand.Create(),
            WeighCommand.Create(),
            EstimateCommand.Create(),
            RepresentativenessCommand.Create(),
            TsmCommand.Create(),
        ];

    /// <summary>The file a command reads.</summary>
    public static Argument<string> File(string words) => new("file") { Description = words };

    public static Option<string> Out() =>
        new("--out")
        {
            Description =
                "The CSV to write: a new file, one that this command wrote before, or - for standard output, the report then going to standard error.",
            Required = true,
        };
}
