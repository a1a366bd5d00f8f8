// How fast pages come at 16 connections on the demo landlord's 7,196 homes, beside a page without any data from the same server.
using System.Net;
using Hearth.Bench.Measuring;
using Hearth.Cli.Commands;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Pages;

internal static class PagesMeasure
{
    private const int Connections = 16;
    private const string Plain = "page without data";
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds)
    {
        await using var hearth = await Started.OnAsync(kind);
        if (await DemoCommand.Create().Parse(["--database", hearth.Database.File ?? hearth.Database.ConnectionString]).InvokeAsync() != 0)
        {
            throw new InvalidOperationException("The demo landlord could not be made.");
        }
        var (survey, asking, codes) = await hearth.InScopeAsync(AddressesAsync);
        var cookie = string.Join("; ", hearth.Staff().Cookies.Select(pair => $"{pair.Key}={pair.Value}"));
        (string Name, Func<int, string> Address, bool Officer)[] pages =
        [
            (Plain, _ => "/accessibility", false),
            ("public first page", _ => "/", false),
            ("a survey's question", at => $"/s/{codes[at % codes.Count]}/{asking}", false),
            ("officer's results", _ => $"/surveys/{survey}/results", true),
            ("who is heard", _ => "/insight/who-is-heard", true),
        ];
        using var http = Started.Client(hearth);
        var bursts = pages.ToDictionary(page => page.Name, _ => new List<Burst>());
        for (var round = -1; round < rounds; round++)
        {
            foreach (var page in pages)
            {
                var at = 0;
                var burst = await Burst.RunAsync(
                    Connections,
                    Length,
                    async _ =>
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Get, page.Address(Interlocked.Increment(ref at)));
                        if (page.Officer)
                        {
                            request.Headers.Add("Cookie", cookie);
                        }
                        using var answer = await http.SendAsync(request);
                        return answer.StatusCode == HttpStatusCode.OK
                            ? true
                            : throw new InvalidOperationException(
                                $"{page.Name} was answered with {(int)answer.StatusCode}, {answer.Headers.Location}."
                            );
                    }
                );
                if (round >= 0)
                {
                    bursts[page.Name].Add(burst);
                }
            }
        }
        return [.. pages.SelectMany(page => Figures(Report.Name(kind), page.Name, bursts[page.Name], bursts[Plain]))];
    }

    private static IEnumerable<Figure> Figures(string database, string page, List<Burst> bursts, List<Burst> plain)
    {
        const string Measure = "pages at 16 connections, 7,196 homes";
        var rate = new Figure(Measure, database, page, "/s", [.. bursts.Select(burst => burst.PerSecond)]);
        yield return page == Plain ? rate : rate.Beside(Plain, [.. plain.Select(burst => burst.PerSecond)]);
        foreach (var share in (double[])[0.5, 0.95, 0.99])
        {
            yield return new(
                Measure,
                database,
                $"{page}, {share * 100:0} of 100 within",
                "ms",
                [.. bursts.Select(burst => burst.Percentile(share))]
            );
        }
    }

    /// <summary>The survey with most answers, and the first question and the codes of the open survey with most homes still to answer.</summary>
    private static async Task<(Guid Survey, string Asking, List<string> Codes)> AddressesAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HearthDb>();
        var survey = await db.Set<Response>().GroupBy(r => r.SurveyId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        var waiting = db.Set<Invitation>()
            .Where(i => i.PersonId != null && db.Set<Survey>().Any(s => s.Id == i.SurveyId && s.Status == SurveyStatus.Open))
            .Where(i => !db.Set<Response>().Any(r => r.InvitationId == i.Id));
        var open = await waiting.GroupBy(i => i.SurveyId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        var first = await db.Set<Question>().Where(q => q.SurveyId == open).OrderBy(q => q.Position).Select(q => q.Key).FirstAsync();
        return (survey, first, await waiting.Where(i => i.SurveyId == open).OrderBy(i => i.Id).Select(i => i.Code).Take(500).ToListAsync());
    }
}
