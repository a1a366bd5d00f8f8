// The demo's surveys: a real landlord's published percentages, to the decimal, out of single responses that came in through the product's own import.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Tests.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Demo;

public sealed class DemoSurveysTests(ITestOutputHelper output)
{
    // City of York Council, 2024/25, as the regulator published it: percentage, then base.
    private static readonly (string Measure, string Percent, int Base, int NotApplicable)[] Published =
    [
        ("TP01", "59.9", 950, 0),
        ("TP02", "66.8", 603, 0),
        ("TP03", "64.8", 600, 0),
        ("TP04", "56.1", 907, 0),
        ("TP05", "63.5", 903, 4),
        ("TP06", "46.2", 866, 51),
        ("TP07", "49.4", 873, 41),
        ("TP08", "57.6", 874, 43),
        ("TP09", "22.6", 226, 0),
        ("TP10", "43.6", 424, 0),
        ("TP11", "37.9", 766, 117),
        ("TP12", "40.9", 722, 163),
    ];

    [Theory, BothDatabases]
    public async Task The_published_percentages_stand_on_the_results_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await TellAsync(hearth);
        var survey = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<Survey>().OrderBy(x => x.ClosesOn).LastAsync(x => x.Status == SurveyStatus.Closed)
        );
        var maya = hearth.Staff();

        var page = await maya.OpenAsync($"/surveys/{survey.Id}/results");

        Assert.Contains("1,068 of ", page.Text);
        Assert.Contains(page.All(".hearth-fig"), figure => Page.Words(figure).Contains("±2.8", StringComparison.Ordinal));
        foreach (var (measure, percent, @base, none) in Published)
        {
            var article = Page.Words(page.All($"article[aria-labelledby='{measure.ToLowerInvariant()}']").Single());
            Assert.Contains($"{percent}% {(measure == "TP08" ? "agree" : "satisfied")}", article);
            Assert.Contains($"{@base.ToString("N0", CultureInfo.InvariantCulture)} homes counted", article);
            Assert.Equal(none > 0, article.Contains($"{none} not applicable or do not know", StringComparison.Ordinal));
        }
        Assert.Equal(["87.9%", "939"], ResultsTests.RowsOf(page, "Answers by channel")["Online"]);
        Assert.Equal(["12.1%", "129"], ResultsTests.RowsOf(page, "Answers by channel")["Paper"]);

        var repairs = Page.Words(page.All("article[aria-labelledby='tp02-filter']").Single());
        Assert.Contains("Yes, 65.5% of 924 homes", repairs);
        var listens = await maya.OpenAsync($"/surveys/{survey.Id}/results/tp06");
        Assert.Equal(
            "How satisfied or dissatisfied are you that Ousebridge Homes listens to your views and acts upon them?",
            listens.Heading
        );
        Assert.Contains("46.2%", listens.Text);
        Assert.Equal(8, ResultsTests.RowsOf(listens, "Ward").Count);
    }

    [Theory, BothDatabases]
    public async Task The_responses_are_those_of_real_homes_of_the_demo_landlord(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await TellAsync(hearth);

        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var survey = await db.Set<Survey>().OrderBy(x => x.ClosesOn).LastAsync(x => x.Status == SurveyStatus.Closed);
            var open = await db.Set<Survey>().SingleAsync(x => x.Status == SurveyStatus.Open);
            Assert.Equal(7196, survey.Population);
            var responses = await db.Set<Response>().Where(r => r.SurveyId == survey.Id).ToListAsync();
            Assert.Equal(1068, responses.Select(r => r.HouseholdId).Distinct().Count());
            Assert.All(responses, r => Assert.InRange(r.At.DayInLondon(), survey.OpensOn, survey.ClosesOn));
            var ages = responses.GroupBy(r => AgeBands.Widen(r.AgeBand)).ToDictionary(g => g.Key, g => g.Count());
            Assert.Equal((64, 267), (ages["16 to 34"], ages["35 to 54"]));
            Assert.Equal(1068, await scope.GetRequiredService<LoopLedger>().Participations.CountAsync(p => p.ActivityId == survey.Id));
            Assert.Equal(120, await db.Set<Comment>().CountAsync(c => c.SurveyId == survey.Id));
            Assert.Equal(2, await db.Set<Comment>().CountAsync(c => c.WithheldAt != null));
            Assert.InRange(await db.Set<Comment>().CountAsync(c => c.SurveyId == survey.Id && c.ReleasedAt != null), 60, 80);

            Assert.Equal(231, await db.Set<Response>().CountAsync(r => r.SurveyId == open.Id));
            Assert.Equal(5, await db.Set<Response>().Where(r => r.SurveyId == open.Id).Select(r => r.Channel).Distinct().CountAsync());
            var outbox = scope.GetRequiredService<Outbox>();
            Assert.Empty(await outbox.CountsAsync(survey.Id));
            var counts = await outbox.CountsAsync(open.Id);
            // its ladder is at work: some have gone by every way, letters and calls of today still wait, some came back
            Assert.True(counts.Where(count => count.Status == MessageStatus.Sent).Select(count => count.Channel).Distinct().Count() >= 3);

            Assert.Contains(counts, count => count is { Channel: Channel.Letter, Status: MessageStatus.Queued });
            Assert.Contains(counts, count => count is { Channel: Channel.Text, Status: MessageStatus.Failed });
            var asked = await db.Set<Invitation>().CountAsync(i => i.SurveyId == open.Id);
            Assert.InRange(counts.Sum(count => count.Count), asked * 3 / 2, asked * 3);
        });
    }

    [Fact]
    public void The_counts_in_the_demo_give_the_published_percentages()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "surveys", "perception-counts.json")));
        foreach (var (measure, percent, @base, _) in Published)
        {
            var counts = file
                .RootElement.GetProperty("measures")
                .GetProperty(measure)
                .GetProperty("counts")
                .EnumerateArray()
                .Select(c => c.GetDecimal())
                .ToList();
            Assert.Equal(@base, counts.Sum());
            Assert.Equal(
                percent,
                Math.Round(100 * (counts[0] + counts[1]) / counts.Sum(), 1, MidpointRounding.AwayFromZero)
                    .ToString(CultureInfo.InvariantCulture)
            );
        }
    }

    private async Task TellAsync(HearthApp hearth)
    {
        foreach (
            var type in await hearth.InScopeAsync(s =>
                Task.FromResult(
                    s.GetServices<IDemoChapter>()
                        .Where(c => c.Order is 10 or 30 or 31)
                        .OrderBy(c => c.Order)
                        .Select(c => c.GetType())
                        .ToList()
                )
            )
        )
        {
            var clock = Stopwatch.StartNew();
            await hearth.InScopeAsync(async scope =>
                await scope
                    .GetServices<IDemoChapter>()
                    .First(chapter => chapter.GetType() == type)
                    .TellAsync(new DemoStory(Folder(), 40217, hearth.Clock.Today(), output.WriteLine), CancellationToken.None)
            );
            output.WriteLine($"{type.Name}: {clock.ElapsedMilliseconds} ms");
        }
    }

    internal static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../demo");
}
