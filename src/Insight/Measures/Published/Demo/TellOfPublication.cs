// The demo landlord's year before is published, with what only the landlord knows of its survey; the year that runs is in the making.
using Hearth.Insight.Measures.Approach;
using Hearth.Insight.Measures.Approach.SayFacts;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Insight.Measures.Return;
using Hearth.Storage.Public;

namespace Hearth.Insight.Measures.Published.Demo;

internal sealed class TellOfPublication(YearToReportReader reader, Editions editions, KeepApproach keep, PublishYear.PublishYear publish)
    : IDemoChapter
{
    public int Order => 86;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var running = ReportingYear.On(story.Today);
        foreach (var year in new[] { running.Before, running })
        {
            if (await reader.FindAsync(year.Ending, stop) is not { } report)
            {
                continue;
            }
            foreach (var stock in report.Stocks)
            {
                if (year == running.Before && stock.Facts.Edition is null)
                {
                    var frozen = await editions.FreezeAsync(year, stock.Stock, null, stop);
                    story.Say(frozen.Edition is null ? frozen.Refusals[0].Words : $"The figures of {year.Name} are frozen");
                }
                var form = new StatementForm
                {
                    Contractors = "no",
                    Interviewers = "Our own staff, who are not housing officers",
                    Incentives = "no",
                    Address = $"https://tell.ousebridge.example{year.Public()}",
                };
                if (year == running.Before)
                {
                    form.OtherIssues = "no";
                    form.OtherWay = "At events in community rooms";
                    form.ShortfallReason = "The survey ended after five weeks, before the last reminder by post was out.";
                }
                var refused = await keep.SayAsync(year, stock.Stock, form, stock.Approach.Said?.Version ?? 0, stop);
                story.Say(refused.Count == 0 ? $"What only the landlord knows of the survey of {year.Name}" : refused[0].Words);
            }
        }
        if (await reader.FindAsync(running.Before.Ending, stop) is { Stocks.Count: > 0 } last)
        {
            var refused = await publish.RunAsync(last, null, 0, stop);
            story.Say(refused.Count == 0 ? $"The measures of {last.Year.Name} are published" : refused[0].Words);
        }
    }
}
