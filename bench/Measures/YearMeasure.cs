// How fast a year's pages come at a landlord with 60,000 homes and 100,000 answers to the regulator's measures over three years: first look on a node, and after.
using System.Diagnostics;
using System.Net;
using Hearth.Bench.Limits;
using Hearth.Bench.Measuring;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Perception.ChooseHow;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Measures;

internal static class YearMeasure
{
    private const int Homes = 60_000;
    private const int Answers = 100_000;
    private const double LimitMs = 300;

    private static readonly string[] Bands = ["16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 to 74", "75 and over"];

    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds)
    {
        await using var first = await Started.OnAsync(kind);
        await Register.MoveInAsync(first, Homes);
        var surveys = new List<Guid>();
        foreach (var year in (int[])[2024, 2025, 2026])
        {
            surveys.Add(await AskAsync(first, year));
        }
        await first.InScopeAsync(async services =>
        {
            var reader = services.GetRequiredService<PerceptionReader>();
            var chosen = (await reader.CandidatesAsync(new(2027), StockType.LowCostRental, default)).Single(one => one.Chosen);
            var refused = await services
                .GetRequiredService<KeepChoice>()
                .RunAsync(
                    new(2027),
                    StockType.LowCostRental,
                    new HowForm
                    {
                        Surveys = [chosen.Survey.Id],
                        Weight = "yes",
                        By = ["age", "ward"],
                        From = TargetsFrom.HomesAsked,
                        LeastForMethod = "50",
                        MergeBelow = "10",
                    },
                    default
                );
            return refused.Count == 0 ? true : throw new InvalidOperationException(refused[0].Words);
        });
        (string Name, string Address)[] pages =
        [
            ("the year", "/insight/measures/2027"),
            ("what tenants said, weighted by age and ward", "/insight/measures/2027/tenants-said"),
            ("what tenants said the year before", "/insight/measures/2026/tenants-said"),
            ("the field", $"/surveys/{surveys[^1]}"),
            ("results of the survey", $"/surveys/{surveys[^1]}/results"),
            ("results of one question", $"/surveys/{surveys[^1]}/results/tp01"),
        ];
        var times = pages.ToDictionary(page => page.Name, _ => (First: new List<double>(), After: new List<double>()));
        for (var round = -1; round < rounds; round++)
        {
            foreach (var (name, address) in pages)
            {
                // a node that has started and shown other pages, and not this one
                await using var node = await Started.AnotherAsync(first);
                var cookie = string.Join("; ", node.Staff().Cookies.Select(pair => $"{pair.Key}={pair.Value}"));
                using var http = Started.Client(node);
                await LookAsync(http, "/insight/measures", cookie);
                await LookAsync(http, "/insight/measures/2024/tenants-said", cookie);
                var seen = await LookAsync(http, address, cookie);
                var again = new List<double>();
                for (var look = 0; look < 5; look++)
                {
                    again.Add(await LookAsync(http, address, cookie));
                }
                if (round >= 0)
                {
                    times[name].First.Add(seen);
                    times[name].After.Add(again.Order().ElementAt(2));
                }
            }
        }
        return
        [
            .. pages.SelectMany(page =>
                new[]
                {
                    new Figure(Measure, Report.Name(kind), $"{page.Name}, first look", "ms", times[page.Name].First),
                    new Figure(Measure, Report.Name(kind), $"{page.Name}, looked at again", "ms", times[page.Name].After).Within(LimitMs),
                }
            ),
        ];
    }

    private const string Measure = "a year of measures, 60,000 homes, 100,000 answers in three years";

    private static async Task<Guid> AskAsync(HearthApp hearth, int year)
    {
        var opens = year == 2026 ? new DateOnly(2026, 11, 2) : new DateOnly(year, 9, 1);
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Title = $"Year {year}",
                Opens = opens,
                Closes = opens.AddDays(60),
                Open = year == 2026,
                Population = Homes,
            }
        );
        await hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var questions = await db.Set<Question>().AsNoTracking().Where(question => question.SurveyId == field.Survey).ToListAsync();
            var households = await db.Set<People.Register.Household>().AsNoTracking().Select(one => one.Id).OrderBy(id => id).ToListAsync();
            var chance = new Random(year);
            var codes = await DrawnInvitations.CodesAsync(db, households.Count, below => chance.Next(below), default);
            var at = opens.AddDays(10).StartInLondon().AddHours(9);
            List<Invitation> invitations =
            [
                .. households.Zip(
                    codes,
                    (household, code) =>
                        new Invitation
                        {
                            SurveyId = field.Survey,
                            HouseholdId = household,
                            PersonId = Guid.CreateVersion7(),
                            Code = code,
                            Ward = $"Ward {chance.Next(30):00}",
                            Neighbourhood = GroupFacts.Unknown,
                            Patch = GroupFacts.Unknown,
                            Tenure = chance.Next(9) == 0 ? "Sheltered" : "General needs",
                            Locality = chance.Next(5) == 0 ? "Rural" : "City",
                            AgeBand = Bands[chance.Next(Bands.Length)],
                            CreatedAt = at.AddDays(-10),
                            LastAskedAt = at.AddDays(-10),
                        }
                ),
            ];
            services.GetRequiredService<AuditTrail>().Write("AskHomes", "survey", field.Survey, $"{invitations.Count} homes of a measure");
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.InsertManyAsync(invitations);
            await db.InsertManyAsync(
                invitations
                    .Where(_ => chance.Next(3 * Homes) < Answers)
                    .Select(invitation =>
                        Response.To(
                            invitation,
                            (ResponseChannel)chance.Next(4),
                            at.AddMinutes(chance.Next(10_000)),
                            Sheet(questions, chance),
                            questions
                        )
                    )
            );
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        });
        return field.Survey;
    }

    private static AnswerSheet Sheet(List<Question> questions, Random chance)
    {
        var sheet = new AnswerSheet();
        foreach (var question in questions.OrderBy(question => question.Position))
        {
            var options = Math.Min(5, question.Options.Count);
            if (options > 0)
            {
                sheet.Set(question, [question.Options[chance.Next(options)].Code]);
            }
        }
        return sheet;
    }

    private static async Task<double> LookAsync(HttpClient http, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        var start = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.OK
            ? took
            : throw new InvalidOperationException($"{address} was answered with {answer.StatusCode}, {answer.Headers.Location}.");
    }
}
