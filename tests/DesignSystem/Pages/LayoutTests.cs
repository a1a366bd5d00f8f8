// Layouts: titles, menus, ways to reach a person, and nothing the content policy forbids.
using System.Net;

namespace Hearth.DesignSystem.Tests.Pages;

public sealed class LayoutTests(KitApp app) : IClassFixture<KitApp>
{
    public static TheoryData<string> Pages => ["/kit", "/kit/question", "/kit/tenant", "/kit/letter"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_one_heading_a_skip_link_and_its_language(string path)
    {
        var page = await app.Get(path);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("#main", page.QuerySelector("a.govuk-skip-link")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#main"));
        Assert.InRange(page.QuerySelectorAll("h1").Length, 1, 2);
        Assert.EndsWith("– Ousebridge Homes", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_holds_an_inline_script_style_or_handler(string path)
    {
        var page = await app.Get(path);
        Assert.True(page.All.Length > 50);
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(
            page.All.SelectMany(e => e.Attributes),
            a => a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_id_stands_twice(string path)
    {
        var page = await app.Get(path);
        var ids = page.All.Where(e => !string.IsNullOrEmpty(e.Id)).Select(e => e.Id!).ToArray();
        Assert.NotEmpty(ids);
        Assert.Empty(ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public async Task Tenants_see_the_landlords_colours_and_officers_do_not()
    {
        var tenant = await app.Get("/kit/tenant");
        var href = tenant
            .QuerySelectorAll("link[rel=stylesheet]")
            .Select(l => l.GetAttribute("href")!)
            .Single(h => h.StartsWith("/landlord.css", StringComparison.Ordinal));
        Assert.Contains(
            "--hearth-brand:#0b5563",
            await app.Browser.GetStringAsync(href, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal("#06323b", tenant.QuerySelector("meta[name=theme-color]")!.GetAttribute("content"));

        var officer = await app.Get("/kit");
        Assert.DoesNotContain(
            officer.QuerySelectorAll("link"),
            l => l.GetAttribute("href")!.Contains("landlord.css", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_officer_sees_their_name_a_way_out_and_where_they_are()
    {
        var page = await app.Get("/kit");
        Assert.Equal("Maya Desai", page.QuerySelector(".hearth-top__me").Words());
        var leave = page.QuerySelector("form.hearth-top__out")!;
        Assert.Equal("/sign-out", leave.GetAttribute("action"));
        Assert.NotNull(leave.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Equal("Parts", page.QuerySelector(".hearth-nav [aria-current=page]").Words());
        Assert.Null(page.QuerySelector(".hearth-top__search"));
    }

    [Fact]
    public async Task A_tenant_always_finds_a_telephone_number()
    {
        foreach (var path in new[] { "/kit/question", "/kit/tenant" })
        {
            var page = await app.Get(path);
            Assert.Equal("tel:01632960140", page.QuerySelector("footer a[href^='tel:']")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_letter_says_who_it_is_from_who_it_is_to_and_the_code()
    {
        var letter = (await app.Get("/kit/letter")).QuerySelector("article.hearth-a4")!;
        Assert.Equal("01632 960 14016 November 2026", letter.QuerySelector(".hearth-letter__from").Words());
        Assert.Equal(4, letter.QuerySelectorAll("address br").Length);
        Assert.Equal("7K4M 2QXR", letter.QuerySelector(".code").Words());
        Assert.Null(letter.QuerySelector(".hearth-letter__code svg"));
    }

    [Fact]
    public async Task One_language_needs_no_language_bar() => Assert.Null((await app.Get("/kit/tenant")).QuerySelector(".hearth-langs"));

    [Fact]
    public async Task A_stop_without_a_page_is_words_and_one_with_a_page_is_a_link()
    {
        var page = await app.Get("/kit");
        var stops = page.QuerySelectorAll(".hearth-place li");
        Assert.Equal(8, stops.Length);
        Assert.Equal("Collect views", page.QuerySelector(".hearth-place [aria-current=step]").Words());
        Assert.Equal("/told", Assert.Single(page.QuerySelectorAll(".hearth-place li a")).GetAttribute("href"));
        Assert.Equal("/told", Assert.Single(page.QuerySelectorAll(".hearth-loop li a")).GetAttribute("href"));
        Assert.Equal("37 Tell everyone people overdue to be told", page.QuerySelector("#stop-7").Words());
    }

    [Fact]
    public async Task A_page_that_is_not_found_says_what_to_do()
    {
        var words = (await app.Get("/kit/tenant")).QuerySelector("[aria-labelledby=gone]").Words();
        Assert.Contains("We can’t find that page", words, StringComparison.Ordinal);
        Assert.Contains("01632 960 140, 8am to 6pm, Monday to Friday", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_parts_do_not_exist_for_a_landlord_in_use()
    {
        await using var inUse = new KitApp();
        await inUse.Start(kit: false);
        foreach (var path in Pages)
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await inUse.Browser.GetAsync(path.Data, TestContext.Current.CancellationToken)).StatusCode
            );
        }
    }
}
