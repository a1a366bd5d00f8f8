// The regulator's survey in a real browser: from its population to the page that tenants read and the file that the regulator gets.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hearth.Journeys.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Measures;

public sealed class MeasuresTests(Chromium chromium)
{
    private const string Year = "/insight/measures/2027";
    private const int Homes = 60;

    /// <summary>Of forty homes: 10 very satisfied, 14 fairly, 6 neither, 6 fairly dissatisfied, 4 very.</summary>
    private static readonly int[] Overall = [10, 14, 6, 6, 4];

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.PostgreSql, false)]
    public async Task A_survey_goes_from_its_population_to_the_published_page_and_the_return(DatabaseKind kind, bool scripts)
    {
        await using var hearth = await HearthApp.StartAsync(kind, listen: true);
        var homes = await hearth.MoveInAsync(
            Enumerable.Range(0, Homes).Select(n => new NewTenant { Age = 20 + n, Ward = n % 3 == 0 ? "Fennside" : "Bridgegate" })
        );
        await using var maya = await (await chromium.VisitorAsync(hearth, scripts)).AsAsync(hearth.Staff(), hearth);
        await using var kasia = await chromium.VisitorAsync(hearth, scripts, Chromium.Phone);

        var survey = await FieldAsync(maya);
        await AnswersComeInAsync(maya, survey, homes);
        hearth.Clock.MoveTo(new DateOnly(2026, 12, 1));
        await hearth.RunDueJobsAsync();
        hearth.Clock.MoveTo(new DateOnly(2027, 4, 12));

        await kasia.OpenAsync("/");
        await kasia.FollowsAsync("How we are doing: all our figures");
        await kasia.ReadsAsync("We have not published any figures yet.");

        await FreezeAsync(maya);
        await CountAsync(maya);
        await SayAsync(maya);
        await PublishAsync(maya);
        await ReadAsync(kasia);
        await ReturnAsync(maya);
        Assert.Empty(maya.Complaints().Concat(kasia.Complaints()));
    }

    /// <summary>The regulator's questions, asked of every home of its stock.</summary>
    private static async Task<string> FieldAsync(Visitor maya)
    {
        await maya.OpenAsync("/surveys/new");
        await maya.FillsAsync("Title", "How are we doing? Yearly survey 2026");
        await maya.FillsAsync("What tenants read first", "Once a year we ask every home how we are doing.");
        await maya.FillsDayAsync("First day to answer", 12, 11, 2026);
        await maya.FillsDayAsync("Last day to answer", 30, 11, 2026);
        await maya.FillsAsync("Days after that to tell everyone what came of it", "28");
        await maya.ChoosesAsync("The regulator’s 12 questions");
        await maya.PressesAsync("Save and go to the questions");
        var survey = Regex.Match(maya.Page.Url, "/surveys/[0-9a-f-]{36}").Value;

        await maya.OpenAsync($"{survey}/sample");
        await maya.ChoosesAsync("Low cost rental homes");
        await maya.ChoosesAsync("Ask every home");
        await maya.PressesAsync("Count");
        // 384.16 / (1 + 384.16 / 60) = 51.89
        await maya.ReadsAsync("Running tenancies", "60", "52 (exactly 51.89)");
        await maya.PassesAsync();
        await maya.PressesAsync("Ask every home");
        await maya.ReadsAsync("A census: every home that is not left out");
        await maya.OpenAsync($"{survey}/open/check");
        await maya.PressesAsync("Open it and ask");
        await maya.ReadsAsync("The survey is open.");
        return survey;
    }

    /// <summary>Forty homes answer on paper and by telephone, and the file comes in.</summary>
    private static async Task AnswersComeInAsync(Visitor maya, string survey, IReadOnlyList<MovedIn> homes)
    {
        var overall = Overall.SelectMany((many, at) => Enumerable.Repeat(at + 1, many)).ToList();
        var file = new StringBuilder(
            "tenancy reference,channel,date,TP01,TP02-filter,TP02,TP03,TP04,TP05,TP06,TP07,TP08,TP09-filter,TP09,TP10-filter,TP10,TP11,TP12\n"
        );
        foreach (var (at, answer) in overall.Index())
        {
            var repaired = at < 30;
            file.Append(
                CultureInfo.InvariantCulture,
                $"{homes[at].TenancyReference},{(at % 2 == 0 ? "paper" : "telephone")},12/11/2026,{answer},{(repaired ? "Yes,2,4" : "No,,")},2,1,3,2,2,No,,Yes,2,na,3\n"
            );
        }
        await maya.OpenAsync($"{survey}/responses/import");
        await maya
            .Page.GetByLabel("File of answers (CSV)")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "answers.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(file.ToString()),
                }
            );
        await maya.PressesAsync("Continue");
        await maya.PressesAsync("Import the answers of 40 homes");
        await maya.ReadsAsync("40 homes");
    }

    private static async Task FreezeAsync(Visitor maya)
    {
        await maya.OpenAsync(Year + "/tenants-said");
        await maya.ReadsAsync("60.0%");
        await maya.OpenAsync($"{Year}/editions?stock=lcra");
        await maya.PressesAsync("Freeze as edition 1");
        await maya.ReadsAsync("Edition 1", "TP01 60.0%");
    }

    /// <summary>The landlord's own figures, from a file; it owns no shared ownership homes.</summary>
    private static async Task CountAsync(Visitor maya)
    {
        string[] rows =
        [
            "Measure,Part,Stock,Applies,Numerator,Denominator,Without extension,With extension,Target",
            "CH01,1,LCRA,yes,6,60,,,",
            "CH01,2,LCRA,yes,1,60,,,",
            "CH02,1,LCRA,yes,5,6,4,1,",
            "CH02,2,LCRA,yes,1,1,1,0,",
            .. new[] { "CH01,1", "CH01,2", "CH02,1", "CH02,2" }.Select(part => $"{part},LCHO,no,,,,,"),
            "NM01,1,all,,2,60,,,",
            "NM01,2,all,,0,60,,,",
            "RP01,,LCRA,yes,1,60,,,",
            "RP02,1,LCRA,yes,81,90,,,28",
            "RP02,2,LCRA,yes,30,30,,,24",
            .. Enumerable.Range(1, 4).Select(n => $"BS0{n},,all,yes,60,60,,,"),
            "BS05,,all,no,,,,,",
        ];
        await maya.OpenAsync($"{Year}/management/import");
        await maya
            .Page.GetByLabel("CSV file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "figures.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(string.Join('\n', rows)),
                }
            );
        await maya.PressesAsync("See what would change");
        await maya.PressesAsync("Take 18 figures");
        await maya.ReadsAsync("18 figures are taken from the file.");
    }

    /// <summary>Publishing waits for what only she knows; the summary of approach says the rest by itself.</summary>
    private static async Task SayAsync(Visitor maya)
    {
        await maya.OpenAsync(Year + "/publish");
        await maya.ReadsAsync("needs whether a company from outside helped");
        await maya.FollowsAsync("Summary of approach");
        await maya.ReadsAsync(
            "40 homes answered, of 60. The regulator requires 52 (51.89 before rounding up): 12 homes too few answered.",
            "Every home was asked (a census): 60 of them.",
            "We asked from 12 November 2026 to 30 November 2026.",
            "Every home was asked, and with 2,500 homes or fewer that is enough."
        );
        await maya.PassesAsync();
        await maya.FollowsAsync("Say what only you know");
        await ChooseAsync(maya, "Did a company from outside help with the survey?", "No");
        await ChooseAsync(maya, "Was anything given for answering?", "No");
        await ChooseAsync(maya, "Is anything else likely to affect the figures much?", "No");
        await maya.FillsAsync("Who asked, on the telephone or face to face", "Our own staff");
        await maya.FillsAsync("Web address where the figures are published", "https://tell.ousebridge.example/measures/2027");
        await maya.PassesAsync();
        await maya.PressesAsync("Save");
        await maya.ReadsAsync("Saved. The summary of approach says it.", "No company from outside helped.");
    }

    private static async Task PublishAsync(Visitor maya)
    {
        await maya.OpenAsync(Year + "/publish");
        await maya.PressesAsync("Publish 2026");
        await maya.ReadsAsync("2026/27 is published.");
        await maya.PassesAsync();
    }

    /// <summary>A tenant on her phone reads it: figures, pictures with their tables, how we asked, the questions.</summary>
    private static async Task ReadAsync(Visitor kasia)
    {
        await kasia.OpenAsync("/measures");
        await kasia.ReadsAsync("60 in 100 of you are happy with our service overall.");
        await kasia.FollowsAsync("The year to 31 March 2027");
        await kasia.IsAtAsync("How we are doing: 2026/27");
        await kasia.ReadsAsync("40 homes answered.", "Our service overall: 60 in 100.", "Our target is 28 days.");
        await kasia.PassesAsync();
        // what is drawn is said: each picture has a finding, is silent or named itself, and a table below has its figures
        foreach (var picture in await kasia.Page.Locator("figure.hearth-chart").AllAsync())
        {
            Assert.NotEmpty(await picture.Locator("figcaption").InnerTextAsync());
            Assert.NotEmpty(await picture.Locator("details table caption").TextContentAsync() ?? "");
            Assert.Equal(
                await picture.Locator("svg").CountAsync(),
                await picture.Locator("svg[aria-hidden=true], svg[role=img][aria-label]").CountAsync()
            );
            Assert.Equal(await picture.Locator(".hearth-row").CountAsync(), await picture.Locator("details tbody tr").CountAsync());
        }
        await kasia.FollowsAsync("How we asked, and whom");
        await kasia.ReadsAsync("40 homes answered, of 60.", "Nothing was given for answering.");
        await kasia.PassesAsync();
        await kasia.FollowsAsync("All figures of");
        await kasia.FollowsAsync("The questions we asked");
        await kasia.ReadsAsync(
            "Once a year we ask every home how we are doing.",
            "how satisfied or dissatisfied are you with the service provided by Ousebridge Homes?"
        );
        await kasia.PassesAsync();
    }

    private static async Task ReturnAsync(Visitor maya)
    {
        await maya.OpenAsync(Year + "/return");
        await maya.ReadsAsync("The file can leave");
        await maya.PassesAsync();
        var download = await maya.Page.RunAndWaitForDownloadAsync(() => maya.PressesAsync("Download the return (CSV)"));
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        string[] overall = ["DP_TSML195", "DP_TSML196", "DP_TSML197", "DP_TSML198", "DP_TSML199"];
        foreach (var (code, many) in overall.Zip(Overall))
        {
            Assert.Single(
                lines,
                line => line.StartsWith(code + ",", StringComparison.Ordinal) && line.EndsWith($",{many}", StringComparison.Ordinal)
            );
        }
        Assert.Contains("DP_TSML201,TP01 per cent,LCRA,60.0", lines);
        Assert.Contains("DP_TSML202,TP02 filter: yes,LCRA,30", lines);
        Assert.Contains("DP_TSML263,TP09 per cent,LCRA,No figure", lines);
        Assert.Contains(",Q9 Relevant tenant population,LCRA,60", lines);
        Assert.Contains(",Q12 Responses: Telephone,LCRA,20", lines);
        Assert.Contains(",Q12 Responses: Postal,LCRA,20", lines);
        Assert.Contains("DP_TSML166,RP02 part 1 per cent,LCRA,90.0", lines);
    }

    private static Task ChooseAsync(Visitor maya, string question, string answer) =>
        maya.Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true }).CheckAsync();
}
