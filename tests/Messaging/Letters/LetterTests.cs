// Letters: made into runs, laid out on A4, posted or taken back.
using AngleSharp.Dom;
using Hearth.Messaging.Letters;
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QRCoder;

namespace Hearth.Messaging.Tests.Letters;

public sealed class LetterTests
{
    private static readonly LetterCode Code = new(
        "7K4M 2QXR",
        "https://tell.ousebridge.example/7K4M2QXR",
        "tell.ousebridge.example",
        new DateOnly(2026, 12, 18)
    );

    private static readonly Dictionary<string, string?> Landlord = new(StringComparer.Ordinal)
    {
        ["Landlord:Phone"] = "01632 960 140",
        ["Landlord:TextNumber"] = "07700 900 140",
        ["Landlord:PostalAddress"] = "Guildhall, Ousebridge OB1 1AA",
        ["Messaging:Letters:SignedBy"] = "Maya Desai",
        ["Messaging:Letters:SignedByRole"] = "tenant engagement officer",
        ["Messaging:Letters:Languages:0:Code"] = "pl",
        ["Messaging:Letters:Languages:0:Words"] = "Po polsku",
        ["Messaging:Letters:Languages:0:Phone"] = "01632 960 141",
        ["Messaging:Chromium"] = "/nowhere/chromium",
    };

    [Theory, BothDatabases]
    public async Task A_letter_shows_address_words_code_and_who_signs(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Landlord);
        await using var __ = hearth;
        await hearth.QueueAsync(Post.Message("l", Channel.Letter, name: "Mr Marcus Hale") with { Code = Code });

        var sheet = await PrintAsync(hearth);

        var letter = Assert.Single(sheet.All("article.hearth-a4.hearth-letter"));
        Assert.Equal(
            ["Mr Marcus Hale", "14 Tannery Row", "Fennside", "Ousebridge", "OB4 2QR"],
            letter.QuerySelector("address")!.ChildNodes.OfType<IText>().Select(line => line.Data.Trim()).Where(line => line.Length > 0)
        );
        Assert.Equal("Tell us how we are doing", sheet.Heading);
        var words = Page.Words(letter);
        Assert.Contains("Guildhall, Ousebridge OB1 1AA01632 960 14012 November 2026", words, StringComparison.Ordinal);
        Assert.Contains("Dear Mr Marcus Hale", words, StringComparison.Ordinal);
        Assert.Contains("It takes 8 minutes.", words, StringComparison.Ordinal);
        Assert.Contains("7K4M 2QXR", words, StringComparison.Ordinal);
        Assert.Contains("tell.ousebridge.example", words, StringComparison.Ordinal);
        Assert.Contains("Friday 18 December", words, StringComparison.Ordinal);
        Assert.Contains("Yours sincerelyMaya Desai, tenant engagement officer", words, StringComparison.Ordinal);
        Assert.Contains("Po polsku: 01632 960 141", words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_square_in_the_letter_opens_the_address_of_the_code(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Landlord);
        await using var __ = hearth;
        await hearth.QueueAsync(Post.Message("l", Channel.Letter) with { Code = Code });

        var sheet = await PrintAsync(hearth);

        var svg = Assert.Single(sheet.All(".hearth-letter__code svg"));
        Assert.Equal("QR code. It opens https://tell.ousebridge.example/7K4M2QXR", svg.GetAttribute("aria-label"));
        using var data = QRCodeGenerator.GenerateQrCode(Code.Url, QRCodeGenerator.ECCLevel.M);
        Assert.Equal(data.ModuleMatrix.Select(row => row.Cast<bool>()), Modules(svg));
    }

    [Theory, BothDatabases]
    public async Task Two_officers_at_once_make_one_run(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Landlord);
        await using var __ = hearth;
        await hearth.QueueAsync(Enumerable.Range(0, 3).Select(i => Post.Message($"l{i}", Channel.Letter)));
        var (first, second) = (hearth.Staff(), hearth.Staff());
        var (one, other) = (await first.OpenAsync("/messages/letters"), await second.OpenAsync("/messages/letters"));

        var made = await first.SubmitAsync(one, button: "Make a print run");
        var late = await second.SubmitAsync(other, button: "Make a print run");

        Assert.Equal("Print run", made.Heading);
        Assert.Contains("No letter of this kind waits any more.", late.Text, StringComparison.Ordinal);
        await hearth.InScopeAsync(async scope =>
            Assert.Equal(3, (await scope.GetRequiredService<HearthDb>().Set<PrintRun>().SingleAsync()).Letters)
        );
    }

    [Theory, BothDatabases]
    public async Task Printed_and_posted_is_told_once_and_a_letter_that_comes_back_is_told_as_failed(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind, Landlord);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("l0", Channel.Letter));
        await hearth.QueueAsync(Post.Message("l1", Channel.Letter));
        var officer = hearth.Staff();
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");

        var posted = await officer.SubmitAsync(run, button: "Printed and posted");
        await officer.SubmitAsync(run, button: "Printed and posted");
        await hearth.SendAsync();

        Assert.Contains("Posted 12 November at 9am by Maya Desai.", posted.Text, StringComparison.Ordinal);
        Assert.Equal(["l0", "l1"], told.Outcomes.Select(o => o.Key).Order(StringComparer.Ordinal));
        Assert.All(told.Outcomes, outcome => Assert.Equal(MessageStatus.Sent, outcome.Status));

        var message = await officer.OpenAsync($"/messages/{id}");
        var back = await officer.SubmitAsync(message, new { Reason = "gone-away" }, "It came back");

        Assert.Contains("Came back: gone away", back.Text, StringComparison.Ordinal);
        var last = told.Outcomes.Last();
        Assert.Equal((id, MessageStatus.Failed, OutcomeReasons.GoneAway), (last.MessageId, last.Status, last.Reason));
    }

    [Theory, BothDatabases]
    public async Task A_run_that_is_undone_lets_its_letters_wait_again(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind, Landlord);
        await using var _ = hearth;
        await hearth.QueueAsync(Post.Message("l", Channel.Letter));
        var officer = hearth.Staff();
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");

        var letters = await officer.SubmitAsync(run, button: "Undo the run");

        Assert.Contains("The run is undone.", letters.Text, StringComparison.Ordinal);
        var message = (await hearth.MessagesAsync()).Single();
        Assert.Equal((MessageStatus.Queued, null), (message.Status, message.BatchId));
        Assert.Empty(told.Outcomes);
    }

    [Theory, BothDatabases]
    public async Task A_thousand_letters_print_in_parts_each_letter_once(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind, Landlord);
        await using var _ = hearth;
        await hearth.QueueAsync(
            Enumerable.Range(0, 1000).Select(i => Post.Message($"l{i:0000}", Channel.Letter, name: $"Tenant {i:0000}") with { Code = Code })
        );
        var officer = hearth.Staff();
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");

        var first = await officer.OpenAsync(run.LinkTo("Letters 1 to 500"));
        var second = await officer.OpenAsync(run.LinkTo("Letters 501 to 1,000"));

        var names = new[] { first, second }
            .SelectMany(page => page.All("article address"))
            .Select(address => address.FirstChild!.TextContent.Trim());
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"Tenant {i:0000}"), names.Order(StringComparer.Ordinal));

        await officer.SubmitAsync(run, button: "Printed and posted");
        await hearth.SendAsync();
        Assert.Equal(1000, told.Outcomes.Select(o => o.Key).Distinct().Count());
        Assert.Equal(1000, told.Outcomes.Count);
    }

    [Theory, BothDatabases]
    public async Task A_table_for_a_print_house_holds_no_formula(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Landlord);
        await using var __ = hearth;
        await hearth.QueueAsync(
            Post.Message("l", Channel.Letter, name: "=HYPERLINK(\"http://evil.example\")", address: "+1 Tannery Row\n@home\nOB4 2QR") with
            {
                Code = Code,
            }
        );
        var officer = hearth.Staff();
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");

        var csv = await officer.OpenAsync(run.LinkTo("A table for a print house"));

        var row = csv.Body.Split("\r\n")[1];
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", row, StringComparison.Ordinal);
        Assert.Contains("'+1 Tannery Row", row, StringComparison.Ordinal);
        Assert.Contains("'@home", row, StringComparison.Ordinal);
        Assert.Contains("https://tell.ousebridge.example/7K4M2QXR,tell.ousebridge.example,2026-12-18", row, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_a_tenant_is_called_cannot_become_markup_in_a_letter(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, Landlord);
        await using var __ = hearth;
        await hearth.QueueAsync(Post.Message("l", Channel.Letter, name: "<script>alert(1)</script>", body: "<b>Hello</b>"));

        var sheet = await PrintAsync(hearth);

        Assert.Empty(sheet.All("article script"));
        Assert.Contains("<b>Hello</b>", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_browser_is_there_the_letters_come_as_PDF_a_sheet_each()
    {
        var (hearth, _) = await Sender.StartAsync(
            DatabaseKind.Sqlite,
            new Dictionary<string, string?>(Landlord) { ["Messaging:Chromium"] = "/usr/bin/chromium" }
        );
        await using var __ = hearth;
        await hearth.QueueAsync(Enumerable.Range(0, 3).Select(i => Post.Message($"l{i}", Channel.Letter) with { Code = Code }));
        var officer = hearth.Staff();
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");

        var pdf = await officer.OpenAsync(run.LinkTo("as PDF"));

        Assert.Equal("application/pdf", pdf.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            3,
            System.Text.RegularExpressions.Regex.Count(
                pdf.Body,
                @"/Type /Page\b(?!s)",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(5)
            )
        );
    }

    [Fact]
    public async Task Where_none_is_there_the_page_says_how_to_make_one()
    {
        var (hearth, _) = await Sender.StartAsync(DatabaseKind.Sqlite, Landlord);
        await using var __ = hearth;
        await hearth.QueueAsync(Post.Message("l", Channel.Letter));
        var officer = hearth.Staff();

        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");

        Assert.Contains("choose “Save as PDF” in your browser’s print window", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("as PDF Letters", run.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> PrintAsync(HearthApp hearth)
    {
        var officer = hearth.Staff();
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");
        return await officer.OpenAsync(run.LinkTo("to print"));
    }

    // Reads the path back into modules, as a printer would put ink.
    private static bool[][] Modules(IElement svg)
    {
        var side = int.Parse(svg.GetAttribute("viewBox")!.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        var modules = Enumerable.Range(0, side).Select(_ => new bool[side]).ToArray();
        foreach (
            System.Text.RegularExpressions.Match run in System.Text.RegularExpressions.Regex.Matches(
                svg.QuerySelector("path")!.GetAttribute("d")!,
                @"M(\d+) (\d+)h(\d+)v1h-\3z",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(5)
            )
        )
        {
            var numbers = Enumerable
                .Range(1, 3)
                .Select(i => int.Parse(run.Groups[i].Value, System.Globalization.CultureInfo.InvariantCulture))
                .ToArray();
            Array.Fill(modules[numbers[1]], true, numbers[0], numbers[2]);
        }
        return modules;
    }
}
