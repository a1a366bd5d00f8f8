// How fast a ladder sends 10,000 and 100,000 silent homes up a rung, beside a bare bulk insert of the same messages; and how long its forecast takes.
using System.Diagnostics;
using Hearth.Bench.Measuring;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking.Ladders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Ladders;

internal static class LaddersMeasure
{
    private const int Few = 10_000;
    private const int Many = 100_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds)
    {
        const string Measure = "a ladder for 100,000 homes";
        var name = Report.Name(kind);
        var few = await RoundsAsync(kind, Few, rounds);
        var many = await RoundsAsync(kind, Many, rounds);
        return
        [
            new(Measure, name, "bare bulk insert of the same messages", "/s", many.Bare),
            new Figure(Measure, name, "homes sent up a rung: due, reached, rested, marked, written, audited", "/s", many.Climb).Beside(
                "the bare insert",
                many.Bare
            ),
            new Figure(Measure, name, "the same for 10,000 homes", "/s", few.Climb).Beside("the bare insert", few.Bare),
            new Figure(
                Measure,
                name,
                "cost of a home among 100,000 against one among 10,000",
                "times",
                [.. few.Climb.Zip(many.Climb, (f, m) => f / m)]
            ).Within(1.5),
            new(Measure, name, "forecast to the last day", "ms", many.Forecast),
        ];
    }

    private static async Task<(List<double> Bare, List<double> Climb, List<double> Forecast)> RoundsAsync(
        DatabaseKind kind,
        int homes,
        int rounds
    )
    {
        await using var hearth = await Started.OnAsync(kind);
        var silent = await Silent.MoveInAsync(hearth, homes);
        var (bare, climb, forecast) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            forecast.Add(await ForecastAsync(hearth, silent));
            climb.Add(homes / await ClimbAsync(hearth, silent));
            bare.Add(homes / await BareAsync(hearth, silent));
            await silent.BackAsync(hearth);
        }
        return (bare, climb, forecast);
    }

    private static Task<double> ClimbAsync(HearthApp hearth, Silent silent) =>
        hearth.InScopeAsync(async scope =>
        {
            var start = Stopwatch.GetTimestamp();
            var all = await scope
                .GetRequiredService<ClimbSurvey>()
                .RunAsync(silent.Survey, silent.Ladder, () => false, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var sent = await SentAsync(scope, silent);
            return all && sent == silent.Homes ? took : throw new InvalidOperationException($"{sent} of {silent.Homes} went up.");
        });

    // the same rows into the same table in one transaction, with nothing looked at and nothing else written
    private static async Task<double> BareAsync(HearthApp hearth, Silent silent)
    {
        var about = Guid.CreateVersion7();
        var body = new string('x', 160);
        return await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var start = Stopwatch.GetTimestamp();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await scope
                .GetRequiredService<Outbox>()
                .AddManyAsync(
                    Enumerable
                        .Range(0, silent.Homes)
                        .Select(n => new MessageToSend(
                            $"bare/{about}/{n}",
                            "survey-reminder",
                            about,
                            new Recipient(Guid.CreateVersion7(), "Kasia Nowak", "+447700900123"),
                            Channel.Text,
                            "There is still time: How warm is your home?",
                            body
                        ))
                );
            await transaction.CommitAsync();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
    }

    private static Task<double> ForecastAsync(HearthApp hearth, Silent silent) =>
        hearth.InScopeAsync(async scope =>
        {
            var start = Stopwatch.GetTimestamp();
            var forecast = await scope
                .GetRequiredService<LadderReader>()
                .ForecastAsync(silent.Survey, silent.Ladder, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return forecast.By(Channel.Letter) == silent.Homes
                ? took
                : throw new InvalidOperationException("Not everybody is in the forecast.");
        });

    private static async Task<int> SentAsync(IServiceProvider scope, Silent silent) =>
        (await scope.GetRequiredService<Outbox>().CountsAsync(silent.Survey.Id)).Sum(count => count.Count);
}
