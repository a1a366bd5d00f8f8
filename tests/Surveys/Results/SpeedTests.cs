// How fast the results of 100,000 homes and twelve questions come: cold, warm, and after one more answer. Run by name; too slow for every day.
using System.Diagnostics;
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Results;

public sealed class SpeedTests(ITestOutputHelper output)
{
    private const int Homes = 100_000;
    private const int Questions = 12;

    [Theory(Explicit = true), BothDatabases]
    public async Task Results_of_100_000_homes_come_within_300_milliseconds(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var chance = new Random(1);
        string[] bands = ["16 to 24", "35 to 44", "45 to 54", "65 to 74", "75 and over", "Not known"];
        var field = await Field.OpenAsync(
            hearth,
            homes: 0,
            ask: survey => [.. Enumerable.Range(1, Questions).Select(n => Field.Ask(survey, n, QuestionKind.Scale, $"Question {n}?", [.. Field.FivePoints, new("na", "Not applicable", true)]))]
        );
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            scope.GetRequiredService<AuditTrail>().Write("OpenSurvey", "survey", field.Survey.Id);
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var some in Enumerable.Range(0, Homes).Chunk(10_000))
            {
                var asked = some.Select(home => new Hearth.Surveys.Asking.Invitation
                    {
                        SurveyId = field.Survey.Id,
                        HouseholdId = Guid.CreateVersion7(),
                        PersonId = Guid.CreateVersion7(),
                        Code = $"T{home:0000000}",
                        Ward = $"Ward {chance.Next(30):00}",
                        Tenure = chance.Next(9) == 0 ? "Sheltered" : "General needs",
                        Locality = "City",
                        AgeBand = bands[chance.Next(6)],
                        CreatedAt = hearth.Clock.GetUtcNow(),
                    })
                    .ToList();
                var responses = asked.Select(invitation =>
                    Response.To(
                        invitation,
                        (ResponseChannel)chance.Next(5),
                        hearth.Clock.GetUtcNow().AddSeconds(-chance.Next(800_000)),
                        AnswerSheet.Read("{" + string.Join(',', field.Questions.Select(q => $"\"{q.Key}\":[\"{(chance.Next(9) == 0 ? "na" : chance.Next(1, 6).ToString(CultureInfo.InvariantCulture))}\"]")) + "}"),
                        field.Questions
                    )
                );
                await db.InsertManyAsync(asked);
                await db.InsertManyAsync(responses.ToList());
            }
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        var maya = hearth.Staff();
        await maya.OpenAsync("/surveys");

        var cold = await TimeAsync(maya, field, "results");
        var warm = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            warm.Add(await TimeAsync(maya, field, "results"));
        }
        var question = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            question.Add(await TimeAsync(maya, field, $"results/q{i + 1}"));
        }
        var again = await TimeAsync(maya, field, "results/q1");
        var file = await TimeAsync(maya, field, "results/responses.csv");

        warm.Sort();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}: cold {cold:0} ms; warm median {warm[10]:0} ms, slowest {warm[^1]:0} ms; a question's page first {question.Max():0} ms at most, again {again:0} ms; file of all answers {file:0} ms"
            )
        );
        Assert.True(warm[10] < 300, $"warm median {warm[10]:0} ms");
    }

    private static async Task<double> TimeAsync(Browser maya, Field field, string address)
    {
        var clock = Stopwatch.GetTimestamp();
        var page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/{address}");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }
}
