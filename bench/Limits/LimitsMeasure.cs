// What it costs that somebody is limited to two wards, on a register of 60,000 homes: each page by somebody who sees everything, and in the same round by them.
using System.Diagnostics;
using System.Net;
using Hearth.Bench.Measuring;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Bench.Limits;

internal static class LimitsMeasure
{
    private const int Homes = 60_000;

    /// <summary>Of each page, in each round, by each of the two.</summary>
    private const int Looks = 10;

    /// <summary>Milliseconds for a limited look.</summary>
    private const double Longest = 100;

    /// <summary>Times the look of somebody who sees everything.</summary>
    private const double Dearest = 1.5;

    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds, int part)
    {
        await using var hearth = await Started.OnAsync(kind);
        var register = await Register.MoveInAsync(hearth, Homes / part);
        var (all, limited) = (Cookie(hearth.Staff()), Cookie(hearth.Staff(wards: register.Sight)));
        (string Name, string Address)[] pages =
        [
            ("the list of people", "/people"),
            ("a search by name", "/people?q=nowak"),
            ("a search by postcode", $"/people?q={Uri.EscapeDataString(register.Postcode)}"),
            ("a person’s page", $"/people/{register.Person}"),
            ("a survey: asked and answered", $"/surveys/{register.Survey}"),
            ("its answers in words", $"/surveys/{register.Survey}/comments"),
            ("messages", "/messages"),
        ];
        using var http = Started.Client(hearth);
        var times = pages.ToDictionary(page => page.Name, _ => (All: new List<double>(), Limited: new List<double>()));
        for (var round = -1; round < rounds; round++)
        {
            foreach (var (name, address) in pages)
            {
                var (wide, narrow) = (new List<double>(), new List<double>());
                for (var look = 0; look < Looks; look++)
                {
                    wide.Add(await LookAsync(http, address, all));
                    narrow.Add(await LookAsync(http, address, limited));
                }
                if (round >= 0)
                {
                    times[name].All.Add(Middle(wide));
                    times[name].Limited.Add(Middle(narrow));
                }
            }
        }
        return [.. pages.SelectMany(page => Figures(Report.Name(kind), page.Name, times[page.Name].All, times[page.Name].Limited))];
    }

    private static IEnumerable<Figure> Figures(string database, string page, List<double> all, List<double> limited)
    {
        const string Measure = "limits on a register of 60,000 homes";
        yield return new(Measure, database, $"{page}, by one who sees everything", "ms", all);
        yield return new Figure(Measure, database, $"{page}, by one limited to two wards", "ms", limited).Within(Longest);
        yield return new Figure(
            Measure,
            database,
            $"{page}, limited against unlimited",
            "times",
            [.. limited.Zip(all, (narrow, wide) => narrow / wide)]
        ).Within(Dearest);
    }

    private static async Task<double> LookAsync(HttpClient http, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        var start = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.OK
            ? took
            : throw new InvalidOperationException($"{address} was answered with {(int)answer.StatusCode}, {answer.Headers.Location}.");
    }

    private static string Cookie(Browser browser) => string.Join("; ", browser.Cookies.Select(pair => $"{pair.Key}={pair.Value}"));

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
