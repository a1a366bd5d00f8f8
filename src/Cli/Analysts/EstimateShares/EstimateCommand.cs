// hearth estimate: a share with its error, for everyone and by group, under the design of the sample.
using System.CommandLine;
using Hearth.Cli.Analysts.Columns;
using Hearth.Statistics.Estimation;

namespace Hearth.Cli.Analysts.EstimateShares;

/// <summary>How the range is found, as the option names it.</summary>
internal enum Interval
{
    Wilson,
    Logit,
    Beta,
}

internal static class EstimateCommand
{
    private sealed record Words(
        Argument<string> File,
        Option<string> Value,
        Option<string> Satisfied,
        Option<string> Base,
        Option<string?> By,
        Option<string?> Strata,
        Option<string?> Population,
        Option<string?> Targets,
        Option<Interval> Interval,
        Option<OutputFormat> Format
    );

    public static Command Create()
    {
        var words = new Words(
            AnalystCommands.File("CSV with a header row and one row a response; its first column names the response."),
            new("--value") { Description = "The column of answers.", Required = true },
            new("--satisfied") { Description = "Answers that count, parted by commas: 1,2", Required = true },
            new("--base") { Description = "All answers in the base, those that count among them: 1,2,3,4,5", Required = true },
            new("--by") { Description = "A column: the same for each of its groups too, as a domain of the whole sample." },
            new("--strata")
            {
                Description =
                    "The column of strata that the sample was drawn by. Goes with --population. Only then is the finite population correction in the error.",
            },
            new("--population") { Description = $"{CountsFile.Columns}: how many households each stratum holds." },
            new("--targets")
            {
                Description =
                    $"{CountsFile.Columns}: the sample is raked to these, and the error is that of a calibrated sample. A column weight of the file is not used.",
            },
            Shown.Choice(
                new Option<Interval>("--interval")
                {
                    Description =
                        "The 95% range: wilson at the effective size; logit (none at 0 and 100%) and beta (Clopper and Pearson's) as R's svyciprop.",
                    DefaultValueFactory = _ => Interval.Wilson,
                }
            ),
            Shown.Format<EstimateReport>()
        );
        var command = new Command("estimate", "Estimates a share with its standard error, range and margin, for everyone and by group.")
        {
            words.File,
            words.Value,
            words.Satisfied,
            words.Base,
            words.By,
            words.Strata,
            words.Population,
            words.Targets,
            words.Interval,
            words.Format,
        };
        command.Validators.Add(found =>
        {
            if (found.GetValue(words.Strata) is null != found.GetValue(words.Population) is null)
            {
                found.AddError("--strata and --population go together: the strata, and how many households each holds.");
            }
        });
        command.Does(
            (parsed, stop) =>
            {
                var asked = new ShareAsked(
                    parsed.GetValue(words.Value)!,
                    Given.List("--satisfied", parsed.GetValue(words.Satisfied)),
                    Given.List("--base", parsed.GetValue(words.Base)),
                    parsed.GetValue(words.By),
                    parsed.GetValue(words.Strata),
                    parsed.GetValue(words.Interval)
                );
                if (asked.Satisfied.Except(asked.Base).FirstOrDefault() is { } outside)
                {
                    throw Refused.Words($"--satisfied names “{outside}”, which is not in --base. Every answer that counts is in the base.");
                }
                var population = parsed.GetValue(words.Population) is { } counts ? CountsFile.Read(counts, stop) : null;
                var targets = parsed.GetValue(words.Targets) is { } known ? CountsFile.Read(known, stop) : null;
                using var file = TableFile.Open(parsed.GetValue(words.File)!);
                var report = EstimateReport.Of(file, asked, population, targets, stop);
                Shown.Print(parsed.GetValue(words.Format), report, report.Lines);
            }
        );
        return command;
    }

    public static IntervalMethod Method(this Interval interval) =>
        interval switch
        {
            Interval.Logit => IntervalMethod.Logit,
            Interval.Beta => IntervalMethod.Beta,
            _ => IntervalMethod.Wilson,
        };
}

/// <param name="Value">The column of answers.</param>
/// <param name="Satisfied">Answers that count.</param>
/// <param name="Base">Answers in the base.</param>
/// <param name="By">The column of groups; null for everyone only.</param>
/// <param name="Strata">The column of strata; null where there are none.</param>
/// <param name="Interval">How the range is found.</param>
internal sealed record ShareAsked(
    string Value,
    IReadOnlyList<string> Satisfied,
    IReadOnlyList<string> Base,
    string? By,
    string? Strata,
    Interval Interval
);
