// The report for the panel: who was asked, who answered and who was not heard, what they said and how sure it is, what is proposed next.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;
using Hearth.Surveys.Themes;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.PanelReport;

internal sealed class WriteReport(SurveyResults results, HearthDb db, TimeProvider time)
{
    private const int MostQuotes = 12;

    /// <summary>The report as things are now; null where there is no such survey, or it has not opened.</summary>
    public async Task<Report?> OfAsync(Guid survey, CancellationToken stop)
    {
        if (await results.FindAsync(survey, stop) is not { } now)
        {
            return null;
        }
        List<Block> blocks = [.. WhoWasHeard.Of(now), new Heading("What they said")];
        foreach (var question in now.Questions)
        {
            blocks.Add(new Heading(question.Name(), 3));
            blocks.AddRange(question.IsWords ? await WordsAsync(now, question, stop) : Said(now, question));
        }
        blocks.AddRange(await NextAsync(now.Survey, stop));
        blocks.AddRange(HowSure());
        var open = now.Survey.Status == SurveyStatus.Open;
        return new Report(
            now.Survey.Title,
            open
                ? "Report for the panel. The survey is still open: figures change."
                : $"Report for the panel. The survey closed on {now.Survey.LastDay.Written()}.",
            time.Today(),
            blocks
        );
    }

    private static IEnumerable<Block> Said(ResultsNow now, Question question)
    {
        var result = now.Snapshot.Of(question);
        if (result.TooFew)
        {
            yield return new Paragraph("[c] Hidden to protect people: fewer than 10 homes have answered this question.");
            yield break;
        }
        int? population = question.ShowIfQuestionId is null && now.Population >= result.Base ? now.Population : null;
        if (result.Score is { Percent: { } percent })
        {
            var range = result.Interval(now.Population)!.Value;
            var verb = question.TopTwoName() == "Agree" ? "agree" : "are satisfied";
            yield return new Paragraph(
                $"{Charted.Percent(percent)} {verb}, between {Charted.Range(range)}. {WhoWasHeard.Homes(result.Base)} counted.",
                Strong: true
            );
            yield return new ShareBar(
                string.Join(", ", result.Options.Select(o => $"{o.Option.Label} {Charted.Percent(o.Percent)}")),
                [.. result.Options.Select(o => (o.Option.Label, o.People))]
            );
        }
        if (result.Numbers is { } numbers)
        {
            yield return new Paragraph(
                $"The middle answer is {Charted.Number(numbers.Median)}; half of the homes lie from {Charted.Number(numbers.Lower)} to {Charted.Number(numbers.Upper)}. {WhoWasHeard.Homes(result.Base)} gave a number.",
                Strong: true
            );
        }
        else if (result.Days is { } days)
        {
            yield return new Paragraph(
                $"The middle day is {days.Median.Written()}; half of the homes lie from {days.Lower.Written()} to {days.Upper.Written()}. {WhoWasHeard.Homes(result.Base)} gave a day.",
                Strong: true
            );
        }
        else if (result.Ranking is { } ranking)
        {
            yield return new Figures(
                new FiguresTable(
                    $"Orders of {WhoWasHeard.Homes(result.Base)}",
                    ["Choice", "Put first", "Points of 100"],
                    [
                        .. ranking.Select(one => new FiguresRow(
                            one.Option.Label,
                            [Charted.Whole(one.Firsts), Charted.Number(one.InAHundred)]
                        )),
                    ],
                    "Points: what a choice has of those it would have if every home had put it first (Borda’s count)."
                )
            );
        }
        else if (question.IsFile)
        {
            yield return new Paragraph($"{WhoWasHeard.Homes(result.Base)} sent photographs or documents. They are not shown here.");
        }
        else if (result.Options.Count > 0)
        {
            yield return new Figures(
                new FiguresTable(
                    $"Answers of {WhoWasHeard.Homes(result.Base)}",
                    ["Answer", "Homes", "Share", "Range"],
                    [
                        .. result.Options.Select(o => new FiguresRow(
                            o.Option.Label,
                            [
                                Charted.Whole(o.People),
                                result.Base < GroupTable.FewestForShare ? Marker.TooFew.Text : Charted.Percent(o.Percent),
                                result.Base < GroupTable.FewestForShare
                                    ? Marker.TooFew.Text
                                    : Charted.Range(Proportion.Wilson(o.People, result.Base, population: population)!.Value),
                            ]
                        )),
                    ],
                    Charted.Notes(result)
                )
            );
        }
    }

    private async Task<List<Block>> WordsAsync(ResultsNow now, Question question, CancellationToken stop)
    {
        var words = now.WordsOf(question);
        List<Block> blocks = [new Paragraph($"{WhoWasHeard.Homes(words.Written)} wrote something.")];
        var themes = await ThemeCounts.OfAsync(db, now.Survey.Id, question.Id, stop);
        if (themes is { TooFew: false, Themes.Count: > 0 })
        {
            blocks.Add(
                new Figures(
                    new FiguresTable(
                        $"What {WhoWasHeard.Homes(themes.Coded)} wrote about",
                        ["Theme", "What belongs to it", "Homes", "Share (range)"],
                        [
                            .. themes.Themes.Select(theme => new FiguresRow(
                                theme.Name,
                                [theme.Description, Charted.Whole(theme.Homes), Crosstabs.CrosstabWords.Share(theme.Homes, themes.Coded)]
                            )),
                        ],
                        "An answer may hold several themes."
                    )
                )
            );
        }
        // by the alphabet, so that their order tells nothing of when they came; only what a person has released
        var released = await db.Set<Comment>()
            .Where(c => c.QuestionId == question.Id && c.ReleasedAt != null && c.ReleasedText != null)
            .Select(c => c.ReleasedText!)
            .OrderBy(text => text)
            .Take(MostQuotes)
            .ToListAsync(stop);
        if (released.Count > 0)
        {
            blocks.Add(
                new Paragraph(
                    words.Released > released.Count
                        ? $"{released.Count} of {words.Released} comments that were released, in their own words:"
                        : "In their own words:"
                )
            );
            blocks.Add(new Quotes(released));
        }
        return blocks;
    }

    private async Task<List<Block>> NextAsync(Survey survey, CancellationToken stop)
    {
        var proposal = await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(p => p.SurveyId == survey.Id, stop);
        List<Block> blocks = [new Heading("What is proposed next")];
        if (proposal is { Words.Length: > 0 })
        {
            blocks.AddRange(
                proposal
                    .Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(words => new Paragraph(words))
            );
        }
        else
        {
            blocks.Add(new Paragraph("Nothing has been proposed yet."));
        }
        blocks.Add(new Paragraph($"Everyone who answered is told what came of it by {survey.TellBy.Written()}."));
        return blocks;
    }

    private static IEnumerable<Block> HowSure() =>
        [
            new Heading("How to read the figures"),
            new Paragraph(
                "A range is where the truth lies 19 times in 20, as far as chance goes (Wilson’s interval). It says nothing of those who did not answer. One answer a home."
            ),
            new Paragraph(Charted.WhyHidden),
        ];
}
