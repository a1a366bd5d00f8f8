// The same hostile words in every field of every form an administrator can reach: nothing breaks, and nothing of it ever runs.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests.BadInput;

public sealed class HostileWordsTests
{
    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)><svg/onload=alert(3)>{{7*7}}${7*7}";

    [Theory, BothDatabases]
    public async Task Script_in_every_field_is_words_on_every_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var crawl = await CrawlAsync(hearth, Script);

        var again = await crawl.AgainAsync();

        Assert.Contains(
            again.Concat(crawl.Sent.Select(sent => sent.Answer)),
            page => page.Body.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal)
        );
        Assert.All([.. crawl.Pages, .. again, .. crawl.Sent.Select(sent => sent.Answer)], NothingRuns);
    }

    [Theory, BothDatabases]
    public async Task Characters_that_nobody_types_break_no_form(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        await CrawlAsync(
            hearth,
            "bell\a back\b esc\u001b[31m line\u2028\u2029 override\u202E half\uFFFD \uFFFE joined 👩‍👩‍👧‍👦 z\u0351\u0352\u0353algo = \u00A0"
        );
    }

    [Theory, BothDatabases]
    public async Task Fifty_thousand_letters_in_every_field_break_no_form(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        await CrawlAsync(hearth, string.Concat(Enumerable.Repeat("very long ", 5000)));
    }

    [Theory, BothDatabases]
    public async Task Nothing_and_only_blanks_in_every_field_break_no_form(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        await CrawlAsync(hearth, "");
        await using var second = await HearthApp.StartAsync(kind);
        await CrawlAsync(second, " \t\u00A0 ");
    }

    [Theory, BothDatabases]
    public async Task Numbers_and_days_that_are_none_break_no_form(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        foreach (var words in new[] { "-99999999999999999999999", "31/02/2026", "1,5", "NaN", "00000000-0000-0000-0000-000000000000" })
        {
            await CrawlAsync(hearth, words, furnish: words[0] == '-');
        }
    }

    private static async Task<Crawl> CrawlAsync(HearthApp hearth, string words, bool furnish = true)
    {
        if (furnish)
        {
            var tenants = await hearth.MoveInAsync(
                Enumerable
                    .Range(0, 30)
                    .Select(i => new NewTenant
                    {
                        Email = i % 2 == 0 ? $"t{i}@home.example" : null,
                        Patch = "Patch 1",
                        InvolvedAs = i == 0 ? "Panel" : null,
                    })
            );
            await hearth.AskAsync(
                new AskedSurvey
                {
                    Asked = tenants,
                    Answered = [.. tenants.Take(12)],
                    YesOrNo = ["Is your home warm?"],
                }
            );
            await hearth.AskAsync(
                new AskedSurvey
                {
                    Title = "Closed",
                    ClosesInDays = -3,
                    Asked = tenants,
                    Answered = [.. tenants.Take(15)],
                }
            );
        }
        var crawl = new Crawl(hearth.Staff(Role.Administrator));
        await crawl.RunAsync(words);

        Assert.True(crawl.Pages.Count > 30 && crawl.Sent.Count >= 10, $"looked at {crawl.Pages.Count} pages and {crawl.Sent.Count} forms");
        Assert.Empty(crawl.Pages.Where(page => page.Status >= HttpStatusCode.InternalServerError).Select(page => page.Path));
        Assert.Empty(crawl.Sent.Where(sent => sent.Answer.Status >= HttpStatusCode.InternalServerError).Select(sent => sent.Form));
        return crawl;
    }

    private static void NothingRuns(Page page)
    {
        var running = page.All("*")
            .Where(e =>
                (e.LocalName == "script" && !e.HasAttribute("src"))
                || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                || (e.GetAttribute("href") ?? e.GetAttribute("src") ?? "")
                    .TrimStart()
                    .StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            );
        Assert.True(!running.Any(), $"{page.Path}: {running.FirstOrDefault()?.OuterHtml}");
    }
}
