// The demo landlord's perception figures: last year's weighted by age and frozen, this year's weighted and still to be frozen, and what STAR found before.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception.ChooseHow;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Insight.Measures.Perception.History;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.Demo;

internal sealed class TellOfPerception(PerceptionReader reader, KeepChoice keep, Editions editions, KeepEarlier earlier) : IDemoChapter
{
    private static readonly (int Year, int Answered, string Method, (string Indicator, string Percent)[] Figures)[] Star =
    [
        (
            2015,
            1412,
            "Post",
            [("overall", "84"), ("repairs", "79"), ("listens", "66"), ("informed", "80"), ("opportunities", "70"), ("neighbourhood", "83")]
        ),
        (
            2017,
            1204,
            "Post",
            [("overall", "85"), ("repairs", "80"), ("listens", "71"), ("informed", "84"), ("opportunities", "74"), ("neighbourhood", "84")]
        ),
        (
            2019,
            968,
            "Post and online",
            [("overall", "81"), ("repairs", "77"), ("listens", "65"), ("informed", "78"), ("opportunities", "69"), ("neighbourhood", "81")]
        ),
    ];

    public int Order => 81;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        foreach (var (year, answered, method, figures) in Star)
        {
            foreach (var (indicator, percent) in figures)
            {
                await earlier.AddAsync(
                    new TypedFigure
                    {
                        Year = $"{year}",
                        Indicator = indicator,
                        Percent = percent,
                        Base = $"{answered}",
                        Method = method,
                    },
                    stop
                );
            }
        }
        var now = ReportingYear.On(story.Today);
        foreach (var year in new[] { now.Before, now })
        {
            await WeightAsync(year, story, stop);
        }
        var frozen = await editions.FreezeAsync(now.Before, StockType.LowCostRental, null, stop);
        story.Say(
            frozen.Edition is { } edition
                ? $"What tenants said in {now.Before.Name}: {edition.Read().Responses:N0} homes, frozen as edition {edition.Number}"
                : frozen.Refusals[0].Words
        );
    }

    private async Task WeightAsync(ReportingYear year, DemoStory story, CancellationToken stop)
    {
        var chosen = (await reader.CandidatesAsync(year, StockType.LowCostRental, stop)).Where(one => one.Chosen).ToList();
        if (chosen.Count == 0)
        {
            return;
        }
        var refused = await keep.RunAsync(
            year,
            StockType.LowCostRental,
            new HowForm
            {
                Surveys = [.. chosen.Select(one => one.Survey.Id)],
                Weight = "yes",
                By = ["age", "ward"],
                From = TargetsFrom.HomesAsked,
                Low = "0.2",
                High = "5",
                MergeBelow = "10",
                LeastForMethod = "50",
            },
            stop
        );
        if (refused.Count > 0)
        {
            story.Say($"{year.Name} is not weighted: {refused[0].Words}");
        }
    }
}
