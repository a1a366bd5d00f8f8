// hearth weigh: a weight for each response, so that together they stand for everyone.
using System.CommandLine;
using System.Globalization;
using Hearth.Cli.Analysts.Columns;
using Hearth.Statistics.Weighting;

namespace Hearth.Cli.Analysts.WeighResponses;

internal static class WeighCommand
{
    public const string Weight = "weight";

    public static Command Create()
    {
        var file = AnalystCommands.File(
            "CSV with a header row and one row a response; its first column names the response. It has a column for each variable of the targets, and none named weight. An empty cell there is not known: those rows keep the share they have."
        );
        var targets = new Option<string>("--targets")
        {
            Description =
                $"{CountsFile.Columns}: how many of everyone belong to each category, the variables adding up to the same number; or, for all of them, percentages that add up to 100 but for rounding. A category that no row has is merged with the smallest other and named; a cell that is no category is refused.",
            Required = true,
        };
        var trim = new Option<string?>("--trim")
        {
            Description =
                "LOW,HIGH, such as 0.3,3: no response counts for less or more, the average being 1. The targets are still met (bounded calibration, as R's calibrate with bounds), or it is refused.",
        };
        var to = AnalystCommands.Out();
        var format = Shown.Format<WeighReport>();
        var command = new Command(
            "weigh",
            "Weights responses to known totals (raking) and writes them, as they stand, with a column weight."
        )
        {
            file,
            targets,
            trim,
            to,
            format,
        };
        command.Does(
            (parsed, stop) =>
            {
                var (path, known) = (parsed.GetValue(file)!, parsed.GetValue(targets)!);
                var target = OutFile.Place(parsed.GetValue(to)!, path, known);
                var limits = Limits(parsed.GetValue(trim));
                var counts = CountsFile.Read(known, stop);
                using var rows = TableFile.Open(path);
                if (rows.Find(Weight) is { } place)
                {
                    throw Refused.At(
                        rows.Name,
                        rows.HeaderLine,
                        $"there is a column “{rows.Headings[place]}” already, and the new weights go by that name. Rename it or take it out."
                    );
                }
                var columns = CodedColumn.Read(rows, [.. counts.Variables.Select(variable => variable.Name)], stop);
                var raked = RakedRows.Of(rows.Name, columns, counts, limits, [], stop);
                var weights = raked.Result.ToArray();
                using var written = OutFile.Copy(
                    rows,
                    target,
                    weights.Length,
                    _ => true,
                    (Weight, row => weights[row].ToString("R", CultureInfo.InvariantCulture)),
                    stop
                );
                var report = WeighReport.Of(rows.Name, raked, columns, parsed.GetValue(to)!, written);
                Shown.Print(parsed.GetValue(format), report, report.Lines, written.Besides);
            }
        );
        return command;
    }

    private static WeightLimits? Limits(string? text)
    {
        if (text is null)
        {
            return null;
        }
        var parts = text.Split(',');
        return
            parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var low)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var high)
            && low is >= 0 and < 1
            && high > 1
            && double.IsFinite(high)
            ? new(low, high)
            : throw Refused.Words(
                $"--trim “{text}”: enter the least and the most that a response may count for, such as 0.3,3: the least from 0 and below 1, the most above 1."
            );
    }
}
