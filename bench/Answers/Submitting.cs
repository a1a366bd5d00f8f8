// Tenants at the last page of a survey, over HTTP: each opens it and sends its form, with the cookie and the token that belong to it.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Hearth.Bench.Measuring;

namespace Hearth.Bench.Answers;

internal sealed partial class Submitting(HttpClient http, AskedHomes asked)
{
    private readonly ConcurrentBag<double> sending = [];

    /// <summary>Visits until the time is up, and the time within which 95 of 100 forms were answered.</summary>
    public async Task<(Burst Visits, double SendMilliseconds)> RunAsync(int connections, TimeSpan length)
    {
        var visits = await Burst.RunAsync(
            connections,
            length,
            async _ => asked.Next() is { } invitation && await VisitAsync(invitation.Code)
        );
        return (visits, sending.Order().ElementAt((int)(sending.Count * 0.95)));
    }

    private async Task<bool> VisitAsync(string code)
    {
        var address = $"/s/{code}/check";
        using var page = await http.GetAsync(address);
        var html = await page.Content.ReadAsStringAsync();
        var fields = Hidden()
            .Matches(html)
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        using var form = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        form.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var start = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(form);
        sending.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer.Headers.Location?.ToString().EndsWith("/thanks", StringComparison.Ordinal) == true
            ? true
            : throw new InvalidOperationException($"Sending was answered with {(int)answer.StatusCode}, {answer.Headers.Location}.");
    }

    [GeneratedRegex("""<input(?=[^>]*type="hidden")(?=[^>]*name="([^"]+)")(?=[^>]*value="([^"]*)")[^>]*>""")]
    private static partial Regex Hidden();
}
