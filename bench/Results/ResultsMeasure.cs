// How fast the results of 100,000 responses to twelve questions come: on a node that has not seen them, on one that has, and after one more answer.
using System.Diagnostics;
using Hearth.Bench.Measuring;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Results;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Results;

internal static class ResultsMeasure
{
    private const int Homes = 100_000;
    private const double LimitMs = 300;

    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds)
    {
        await using var first = await Started.OnAsync(kind);
        var small = await AskedHomes.OpenAsync(first, homes: 250, answered: true);
        var asked = await AskedHomes.OpenAsync(first, Homes + AskedHomes.Spare, answered: true);
        var (cold, warm, slowest, oneMore, question) = (
            new List<double>(),
            new List<double>(),
            new List<double>(),
            new List<double>(),
            new List<double>()
        );
        var ready = new List<double>();
        for (var round = -1; round < rounds; round++)
        {
            // another web node on the same database: its code has run before, its memory is empty; it reads the answers as it starts
            var starting = Stopwatch.GetTimestamp();
            await using var node = await Started.AnotherAsync(first);
            await node.Services.GetRequiredService<WarmResults>().Warm;
            var warmed = Stopwatch.GetElapsedTime(starting).TotalMilliseconds;
            var officer = node.Staff();
            await TimeAsync(officer, small, "results");
            await TimeAsync(officer, small, "results/q1");
            var seen = await TimeAsync(officer, asked, "results");
            var again = new List<double>();
            for (var i = 0; i < 20; i++)
            {
                again.Add(await TimeAsync(officer, asked, "results"));
            }
            var one = await TimeAsync(officer, asked, "results/q1");
            await AnswerAsync(node, asked);
            var after = await TimeAsync(officer, asked, "results");
            if (round < 0)
            {
                continue;
            }
            again.Sort();
            ready.Add(warmed);
            cold.Add(seen);
            warm.Add(again[10]);
            slowest.Add(again[^1]);
            oneMore.Add(after);
            question.Add(one);
        }
        const string Measure = "results page, 100,000 responses to 12 questions";
        var name = Report.Name(kind);
        return
        [
            new(Measure, name, "a new node starts and reads them", "ms", ready),
            new Figure(Measure, name, "first look on a node that has started", "ms", cold).Within(LimitMs),
            new Figure(Measure, name, "looked at again", "ms", warm).Within(LimitMs),
            new Figure(Measure, name, "slowest of twenty looks", "ms", slowest).Within(LimitMs),
            new Figure(Measure, name, "one question by every group, first look", "ms", question).Within(LimitMs),
            new Figure(Measure, name, "after one more answer", "ms", oneMore).Within(LimitMs),
        ];
    }

    /// <summary>One home more answers.</summary>
    private static Task AnswerAsync(HearthApp hearth, AskedHomes asked) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var invitation = asked.Next()!;
            var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
            db.Add(
                Response.To(invitation, ResponseChannel.Online, now, AskedHomes.Answers(asked.Questions, new Random(3)), asked.Questions)
            );
            await db.SaveChangesAsync();
        });

    private static async Task<double> TimeAsync(Browser officer, AskedHomes asked, string page)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await officer.OpenAsync($"/surveys/{asked.Survey.Id}/{page}");
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return answer.Status == System.Net.HttpStatusCode.OK
            ? took
            : throw new InvalidOperationException($"The page was answered with {answer.Status}.");
    }
}
