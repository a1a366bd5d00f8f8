// hearth tsm: the regulator's satisfaction measures from one row a response.
using System.CommandLine;
using Hearth.Cli.Analysts.Columns;

namespace Hearth.Cli.Analysts.CountMeasures;

internal static class TsmCommand
{
    public static Command Create()
    {
        var file = AnalystCommands.File(
            """
            CSV with a header row and one row a response; its first column names the response.
            TP01 to TP12: 1 (very satisfied or strongly agree) to 5, na, or empty. TP02_filter (for TP02 and TP03), TP09_filter, TP10_filter: yes, no, na or empty, in capitals or not.
            Behind a filter other than yes an answer is left out and named; without a column of the filter everyone who answered counts.
            weight, if there is one: above 0 in every row; weighted counts are exact sums of it. Nothing in the base is null, never 0.
            """
        );
        var format = Shown.Format<TsmReport>();
        var command = new Command("tsm", "Works out the twelve perception measures as the regulator does, with their counts and bases.")
        {
            file,
            format,
        };
        command.Does(
            (parsed, stop) =>
            {
                using var rows = TableFile.Open(parsed.GetValue(file)!);
                var report = TsmReport.Of(rows, stop);
                Shown.Print(parsed.GetValue(format), report, report.Lines);
            }
        );
        return command;
    }
}
