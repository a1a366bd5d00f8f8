// hearth sample-size: how many must answer, and how sure what came in is.
using System.CommandLine;
using Hearth.Statistics;

namespace Hearth.Cli.Analysts.SizeSample;

internal static class SampleSizeCommand
{
    // the latest requirements known
    private static readonly AccuracyBands Bands = AccuracyBands.Known[^1];

    public static Command Create()
    {
        var population = new Option<string>("--population")
        {
            Description = "Households in homes of one tenure; empty homes are left out.",
            Required = true,
        };
        var margin = new Option<string?>("--margin")
        {
            Description =
                "The accuracy wanted, either way: 0.04, 4% or 4. A bare number is points from 1 upwards and a fraction below 1. Default: the regulator's for this population.",
        };
        var responses = new Option<string?>("--responses")
        {
            Description = "Answers that came in, one a household: their margin, and how many are still needed.",
        };
        var format = Shown.Format<SampleSizeAnswer>();
        var command = new Command("sample-size", "Says how many must answer for the accuracy that the regulator asks for, or for another.")
        {
            population,
            margin,
            responses,
            format,
        };
        command.Does(
            (parsed, _) =>
            {
                var households = Given.Whole("--population", parsed.GetValue(population)!, 0, "how many households there are");
                var answered = Given.WholeOrNone("--responses", parsed.GetValue(responses), 0, "how many answered");
                var wanted = parsed.GetValue(margin) is { } text ? Given.Accuracy("--margin", text) : (decimal?)null;
                var answer = Answer(households, wanted, answered);
                Shown.Print(parsed.GetValue(format), answer, answer.Lines);
            }
        );
        return command;
    }

    public static SampleSizeAnswer Answer(int population, decimal? margin, int? responses)
    {
        var band = Bands.For(population);
        var sample = SampleSize.Required(population, margin ?? band.Tolerance);
        var next = Bands.Bands.FirstOrDefault(other => other.From > population);
        return new(
            population,
            new(band.From, next?.From - 1, band.Tolerance, Bands.Source),
            sample.Tolerance,
            sample.Required,
            sample.Exact,
            responses,
            responses is { } answered ? Margin.Of(answered, population) : null,
            responses is { } came ? sample.StillNeeded(came) : null
        );
    }
}

/// <param name="From">The smallest population of the band.</param>
/// <param name="To">The largest; null where there is none.</param>
/// <param name="Margin">The accuracy the regulator asks for, as a fraction.</param>
/// <param name="Source">Where it is laid down.</param>
internal sealed record RegulatorBand(int From, int? To, decimal Margin, string Source);

/// <param name="Population">Households.</param>
/// <param name="Band">The regulator's band for it.</param>
/// <param name="Margin">The accuracy the requirement is for, as a fraction: the band's, or the one asked for.</param>
/// <param name="Required">Answers required, rounded up.</param>
/// <param name="RequiredExact">The same before rounding, as the regulator shows it.</param>
/// <param name="Responses">Answers that came in; null where not said.</param>
/// <param name="AchievedMargin">Their margin as a fraction; null where nobody answered or it was not said.</param>
/// <param name="StillNeeded">Answers short; null where not said.</param>
internal sealed record SampleSizeAnswer(
    int Population,
    RegulatorBand Band,
    decimal Margin,
    int Required,
    decimal RequiredExact,
    int? Responses,
    double? AchievedMargin,
    int? StillNeeded
)
{
    public IEnumerable<string> Lines()
    {
        yield return $"{Figures.Of(Population, "household", "households")}: the regulator asks for {Figures.Points((double)Band.Margin)} {Range()}.";
        yield return $"Required: {Figures.Of(Required, "answer", "answers")} ({RequiredExact.ToString("0.00####", Figures.English)} before rounding up) for {Figures.Points((double)Margin)}.";
        if (Responses is not { } came)
        {
            yield break;
        }
        yield return $"Achieved: {Figures.Of(came, "answer", "answers")}, {Figures.Points(AchievedMargin)}.";
        if (came > Population)
        {
            yield return "More answered than there are households. Check both numbers.";
        }
        else if (StillNeeded > 0)
        {
            yield return $"Still needed: {Figures.Count(StillNeeded.Value)}.";
        }
        else
        {
            yield return "That is enough.";
        }
    }

    private string Range() =>
        Band.To is { } to ? $"(from {Figures.Count(Band.From)} to {Figures.Count(to)})" : $"(from {Figures.Count(Band.From)} upwards)";
}
