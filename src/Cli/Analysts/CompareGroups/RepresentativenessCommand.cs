// hearth representativeness: whether those who answered stand for everyone, and which groups are short by how many.
using System.CommandLine;
using Hearth.Cli.Analysts.Columns;

namespace Hearth.Cli.Analysts.CompareGroups;

internal static class RepresentativenessCommand
{
    public static Command Create()
    {
        var file = AnalystCommands.File(
            "CSV with a header row and one row a household that answered; its first column names the household. It has a column for each variable counted."
        );
        var population = new Option<string>("--population")
        {
            Description =
                $"{CountsFile.Columns}: how many there are of each category among everyone, in whole numbers. An empty cell is not known, and left out of the comparison, unless the counts have an empty category too. A rate is null where more answered than there are. Groups that expect fewer than 5 are merged for chi-square; simulatedPValue is without merging.",
            Required = true,
        };
        var format = Shown.Format<Comparison>();
        var command = new Command("representativeness", "Compares those who answered with everyone, variable by variable.")
        {
            file,
            population,
            format,
        };
        command.Does(
            (parsed, stop) =>
            {
                var counts = CountsFile.Read(parsed.GetValue(population)!, stop);
                using var rows = TableFile.Open(parsed.GetValue(file)!);
                var report = Comparison.Of(rows, counts, stop);
                Shown.Print(parsed.GetValue(format), report, report.Lines);
            }
        );
        return command;
    }
}
