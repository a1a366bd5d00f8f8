// What tenants said, as an officer reads it: weights, ranges, what does not count, what may be compared, and earlier figures beside it.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class PerceptionPagesTests
{
    private const string Page2526 = "/insight/measures/2026/tenants-said";

    [Theory, BothDatabases]
    public async Task Weights_by_age_give_what_each_age_would_have_given_by_its_share(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await OldAndYoungAsync(hearth, officer, moreHomes: 0);

        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"{Page2526}/how?stock=lcra"),
            ByAge("Age,16 to 24,5000\nAge,75 and over,5000"),
            "Save"
        );

        // 48 of 60 old and 5 of 20 young are satisfied: (80% + 25%) / 2, and 53 of 80 without weights
        Assert.Contains("The figures are weighted as you chose.", page.Text, StringComparison.Ordinal);
        var cells = Figures(page)[0];
        Assert.Equal("52.5%", cells[0]);
        Assert.StartsWith("66.3%", cells[2], StringComparison.Ordinal);
        // weights 40/60 and 40/20: 80 × (60 × 4/9 + 20 × 4) / 80² = 4/3, and 80 answers are worth 60
        Assert.Contains("Design effect 1.333: 80 answers are worth 60.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Each home counts for 0.67 to 2.00", page.Text, StringComparison.Ordinal);

        // the error of a figure weighted to one margin is that of its strata (Särndal and others 1992): by hand, with the correction for 80 of 80 asked left out by asking 100,000
        await hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            await db.Database.ExecuteSqlRawAsync("""UPDATE surveys_survey SET "Population" = 100000""");
        });
        var year = (
            await hearth.InScopeAsync(s => s.GetRequiredService<PerceptionReader>().OfAsync(new(2026), StockType.LowCostRental, default))
        )!;
        var residuals = (4 / 9.0 * ((48 * 0.2 * 0.2) + (12 * 0.8 * 0.8))) + (4 * ((5 * 0.75 * 0.75) + (15 * 0.25 * 0.25)));
        Assert.Equal(residuals / 6400 * 80 / 79 * (1 - (80 / 100_000.0)), year["TP01"]!.Variance!.Value, 1e-6);
    }

    [Theory]
    [InlineData("Age,16 to 24,5000\nAge,75 and over,5000\nWard,Bridgegate,900", "Ward counts 900 people and Age counts 10,000")]
    [InlineData("Age,16 to 24,5000\nAge,75 and over,5000\nAge,35 to 44,300", "‘35 to 44’")]
    [InlineData("Age,16 to 24,5000", "Age: 60 of ‘75 and over’ answered, and you gave no count for it. Add a line")]
    [InlineData("Age,16 to 24,9990\nAge,75 and over,10", "the limit is 3")]
    [InlineData("Age,16 to 24", "Line 1 must have three parts, like Age, 16 to 24, 1459")]
    [InlineData("Shoe size,9,5000", "Line 1: ‘Shoe size’ is nothing to weight by")]
    [InlineData("Age,16 to 24,many", "Line 1: ‘many’ is not a number of homes, like 1459")]
    [InlineData("Age,16 to 24,5\nAge,16 to 24,6", "Line 2: Age ‘16 to 24’ stands twice. Take one out")]
    [InlineData("", "Enter a line for each group, like Age, 16 to 24, 1459")]
    public async Task Counts_that_no_weights_can_meet_are_refused_by_name_and_stay_in_the_form(string typed, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        await OldAndYoungAsync(hearth, officer, moreHomes: 0);

        var page = await officer.SubmitAsync(await officer.OpenAsync($"{Page2526}/how?stock=lcra"), ByAge(typed), "Save");

        Assert.Contains(page.Errors, error => error.Contains(words, StringComparison.Ordinal));
        Assert.Equal(typed, page.Document.QuerySelector("textarea[name='Form.Typed']")!.TextContent.Trim().ReplaceLineEndings("\n"));
        Assert.Contains("Not weighted", (await officer.OpenAsync(Page2526)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_and_fewest_that_cannot_be_are_refused_by_name()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        await OldAndYoungAsync(hearth, officer, moreHomes: 0);
        var page = await officer.OpenAsync($"{Page2526}/how?stock=lcra");

        page = await officer.SubmitAsync(
            page,
            new Dictionary<string, string>
            {
                ["Form.Weight"] = "yes",
                ["Form.From"] = "HomesAsked",
                ["Form.Low"] = "1.5",
                ["Form.High"] = "",
                ["Form.MergeBelow"] = "0",
                ["Form.LeastForMethod"] = "5",
            },
            "Save"
        );

        Assert.Equal(
            [
                "The fewest answers by a method must be a whole number from 10 to 10,000",
                "Choose at least one thing to weight by",
                "The least a home may count for must be a number of 0 or more and below 1, like 0.3",
                "Enter both limits, or neither",
                "The fewest of a group must be a whole number from 1 to 1,000, or empty to merge nothing",
            ],
            page.Errors
        );
    }

    [Theory, BothDatabases]
    public async Task An_age_that_too_few_answered_of_is_merged_and_told(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await OldAndYoungAsync(hearth, officer, moreHomes: 40);

        // the homes asked hold 40 of an age that nobody of answered
        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"{Page2526}/how?stock=lcra"),
            new Dictionary<string, string>
            {
                ["Form.Weight"] = "yes",
                ["Form.From"] = "HomesAsked",
                ["Form.By"] = "age",
            },
            "Save"
        );

        Assert.Contains("Age: 65 to 74 (0 answered) was merged with", page.Text, StringComparison.Ordinal);
        Assert.Contains("the homes that were asked, as they were when they were drawn", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_answer_behind_a_no_does_not_count_and_the_page_says_how_many(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(new() { Homes = [.. TestMeasures.Homes(12)] });
        // a file whose company asked on although the home had no repair is told at the import …
        var page = await officer.OpenAsync($"/surveys/{field.Survey}/responses/import");
        var file = field.FileOf([
            .. TestMeasures.Rows(4, ("TP01", "1"), ("TP02-filter", "Yes"), ("TP02", "2")),
            .. TestMeasures.Rows(2, ("TP01", "1"), ("TP02-filter", "No"), ("TP02", "5")),
            .. TestMeasures.Rows(6, ("TP01", "4"), ("TP02-filter", "Yes"), ("TP02", "5")),
        ]);
        page = await officer.SubmitAsync(page, [], [("Sheet", "answers.csv", file)], "Continue");
        Assert.Contains("2 answers do not count", page.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(page, null, "Import the answers of");
        // … and one that came in before anybody looked is left out of the figure
        await hearth.SayAsync("\"tp02-filter\":[\"2\"]", """{"tp01":["1"],"tp02-filter":["2"],"tp02":["5"]}""");

        page = await officer.OpenAsync(Page2526);

        Assert.Contains("1 answer does not count", page.Text, StringComparison.Ordinal);
        Assert.Contains("TP02: 1 behind a first question that was not answered Yes", page.Text, StringComparison.Ordinal);
        Assert.Equal(["40.0%", "10"], [Figures(page)[1][0], Figures(page)[1][2]]);
        // nobody said anything of complaints: no figure, and never nought
        Assert.Equal(["[u]", "No range", "0"], Figures(page)[8]);
    }

    [Theory, BothDatabases]
    public async Task A_change_is_told_from_chance_and_a_change_of_channel_stands_beside_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await YearAsync(hearth, officer, 2025, "telephone", tp01: 400, tp04: 300);
        await YearAsync(hearth, officer, 2026, "online", tp01: 300, tp04: 310);

        var page = await officer.OpenAsync(Page2526);

        // 80 to 60 of 100 of 500: the error of the difference is √(.24/499 + .16/499), 1.96 of it 5.5 points
        var rows = page.All("section[aria-labelledby=before-heading] tbody tr").Select(row => Page.Words(row)).ToList();
        Assert.Contains(
            "−20.0 Down. More than chance: between −25.6 and −14.4 points",
            rows[0].Replace("\u00a0", " "),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "+2.0 No clear change. Chance alone could make it: between −4.1 and +8.1 points",
            rows[1],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Answers came in other ways: by telephone 100 of 100 in 2024/25, 0 this year",
            page.All("section[aria-labelledby=before-heading] .hearth-notice li")
                .Select(Page.Words)
                .Concat(page.All("section[aria-labelledby=before-heading] li").Select(Page.Words))
        );
        Assert.DoesNotContain("worded otherwise", page.Text, StringComparison.Ordinal);

        await hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Database.ExecuteSqlRawAsync(
                    """UPDATE surveys_question SET "Text" = 'How happy are you with us?' WHERE "Measure" = 'TP01' AND "SurveyId" IN (SELECT "Id" FROM surveys_survey WHERE "Title" = 'Year 2025')"""
                )
        );
        rows =
        [
            .. (await officer.OpenAsync(Page2526)).All("section[aria-labelledby=before-heading] tbody tr").Select(row => Page.Words(row)),
        ];
        Assert.Contains("The question was worded otherwise in 2024/25", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("worded otherwise", rows[1], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Satisfaction_by_method_is_hidden_under_fifty_and_small_counts_with_what_gives_them_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(new() { Measures = ["TP01"], Homes = [.. TestMeasures.Homes(150)] });
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. TestMeasures.Rows(60, ("TP01", "1"), ("channel", "telephone")),
                .. TestMeasures.Rows(3, ("TP01", "5"), ("channel", "telephone")),
                .. TestMeasures.Rows(30, ("TP01", "1"), ("channel", "online")),
                .. TestMeasures.Rows(19, ("TP01", "4"), ("channel", "online")),
                .. TestMeasures.Rows(38, ("TP01", "3"), ("channel", "paper")),
            ])
        );

        var page = await officer.OpenAsync(Page2526);

        var ways = page.All("section[aria-labelledby=method-heading] > table tbody tr").Select(Page.Words).ToList();
        Assert.Equal(["By telephone 63 42 95.2%", "Online 49 33 [u]", "By post 38 25 [u]"], ways);
        var counts = page.All("section[aria-labelledby=method-heading] details tbody tr").Select(Page.Words).ToList();
        Assert.DoesNotContain(counts, row => row.Contains(" 3 ", StringComparison.Ordinal));
        // two of a row at the least, or the hidden one is the total less the rest
        Assert.All(
            counts.Where(row => row.Contains("[c]", StringComparison.Ordinal)),
            row => Assert.True(row.Split("[c]").Length > 2, row)
        );
    }

    [Theory, BothDatabases]
    public async Task Of_two_surveys_of_a_year_an_officer_chooses_and_a_home_counts_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var yearly = await hearth.AskMeasuresAsync(new() { Title = "Yearly", Homes = [.. TestMeasures.Homes(40)] });
        await officer.ImportAnswersAsync(yearly, yearly.FileOf([.. TestMeasures.Rows(40, ("TP01", "1"))]));
        var pulse = await hearth.AskMeasuresAsync(
            new()
            {
                Title = "Pulse",
                Measures = ["TP01"],
                Opens = new(2026, 1, 5),
                Closes = new(2026, 1, 30),
                Homes = [.. TestMeasures.Homes(60)],
            }
        );
        await officer.ImportAnswersAsync(pulse, pulse.FileOf([.. TestMeasures.Rows(60, ("TP01", "5"))]));
        // ten homes are in both
        await hearth.ShareHomesAsync(yearly.Survey, pulse.Survey, 10);

        var page = await officer.OpenAsync(Page2526);
        Assert.Contains("2 surveys of this year ask the measures, and 1 makes the figures", page.Text, StringComparison.Ordinal);
        Assert.Equal("100.0%", Figures(page)[0][0]);

        page = await officer.OpenAsync($"{Page2526}/how?stock=lcra");
        page = await officer.SubmitAsync(
            page,
            new List<KeyValuePair<string, string>>
            {
                new("Form.Surveys", yearly.Survey.ToString()),
                new("Form.Surveys", pulse.Survey.ToString()),
            },
            "Save"
        );

        // 30 who answered once and were satisfied, 60 who were not and were asked last
        Assert.Equal("33.3%", Figures(page)[0][0]);
        Assert.Contains("10 earlier answers are left out", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_owners_are_reported_apart_and_nobody_is_counted_with_the_others()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Homes =
                [
                    .. TestMeasures.Homes(30),
                    .. TestMeasures.Homes(20, tenure: "Shared ownership"),
                    .. TestMeasures.Homes(10, tenure: "Leaseholder"),
                ],
            }
        );
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. TestMeasures.Rows(30, ("TP01", "1"), ("TP04", "1")),
                .. TestMeasures.Rows(20, ("TP01", "5"), ("TP04", "5")),
                .. TestMeasures.Rows(10, ("TP01", "3"), ("TP04", "3")),
            ])
        );

        var rented = Figures(await officer.OpenAsync(Page2526));
        var owned = await officer.OpenAsync($"{Page2526}?stock=lcho");

        Assert.Equal(["100.0%", "30"], [rented[0][0], rented[0][2]]);
        Assert.Equal(12, rented.Count);
        Assert.Equal(["0.0%", "20"], [Figures(owned)[0][0], Figures(owned)[0][2]]);
        // shared owners are not asked of repairs and of how well the home is kept
        Assert.Equal(9, Figures(owned).Count);
        Assert.DoesNotContain("TP04", owned.All("section[aria-labelledby=figures-heading] th").Select(Page.Words));
    }

    [Theory, BothDatabases]
    public async Task Earlier_figures_stand_beside_the_measures_with_the_break_marked(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var page = await officer.OpenAsync(AddressOf.History);

        page = await officer.SubmitAsync(
            page,
            [],
            [
                (
                    "Sheet",
                    "star.csv",
                    "Year,Indicator,Percent,Base,Method\n2017,listens,71,1204,Post\n2017,opportunities,74%,,Post\n2017,pets,3,,Post\n"u8.ToArray()
                ),
            ],
            "Bring it in"
        );
        Assert.StartsWith("Row 4: ‘pets’ is no STAR indicator. Use one of: overall", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Nothing is entered yet.", page.Text, StringComparison.Ordinal);
        page = await officer.SubmitAsync(
            page,
            [],
            [
                (
                    "Sheet",
                    "star.csv",
                    "Year,Indicator,Percent,Base,Method\n2017,listens,71,1204,Post\n2017,opportunities,74%,,Post\n"u8.ToArray()
                ),
            ],
            "Bring it in"
        );
        Assert.Contains("2 figures are added.", page.Text, StringComparison.Ordinal);
        page = await officer.SubmitAsync(page, Star("2017", "listens", "70", "1", "Post"), "Add");
        Assert.Equal(["Listens to views and acts on them of 2017 stands already. Take it out first, or correct the row"], page.Errors);
        page = await officer.SubmitAsync(page, Star("17", "", "101", "0", ""), "Add");
        Assert.Equal(
            [
                "The year must be from 2000 to 2026, and ‘17’ is not",
                "Choose an indicator",
                "The percentage must be a number from 0 to 100, and ‘101’ is not",
                "How many answered must be a whole number of 1 or more, and ‘0’ is not. Leave it empty if you do not know",
                "Enter how it was asked, like Post and online",
            ],
            page.Errors
        );

        page = await officer.OpenAsync(Page2526);

        var earlier = page.All("section[aria-labelledby=earlier-heading] tbody tr").Select(Page.Words).ToList();
        Assert.StartsWith("Listens to views and acts on them 2017: 71.0%", earlier[0], StringComparison.Ordinal);
        Assert.Contains("A break, not a trend", page.Text, StringComparison.Ordinal);
        page = await officer.SubmitAsync(await officer.OpenAsync(AddressOf.History), null, "Take out");
        Assert.Contains("is taken out.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_nobody_was_asked_in_says_so_and_a_year_that_is_none_is_not_there()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();

        var page = await officer.OpenAsync(Page2526);

        Assert.Contains("No survey of 2025/26 asked these tenants the regulator’s questions", page.Text, StringComparison.Ordinal);
        foreach (
            var path in new[]
            {
                "/insight/measures/1999/tenants-said",
                $"{Page2526}?stock=castles",
                $"{Page2526}/how",
                "/insight/measures/2026/editions?stock=all",
            }
        )
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.OpenAsync(path)).Status);
        }
    }

    internal static async Task OldAndYoungAsync(HearthApp hearth, Browser officer, int moreHomes)
    {
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Measures = ["TP01"],
                Homes =
                [
                    .. TestMeasures.Homes(60, "75 and over"),
                    .. TestMeasures.Homes(20, "16 to 24"),
                    .. TestMeasures.Homes(moreHomes, "65 to 74"),
                ],
            }
        );
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. TestMeasures.Rows(48, ("TP01", "1")),
                .. TestMeasures.Rows(12, ("TP01", "4")),
                .. TestMeasures.Rows(5, ("TP01", "2")),
                .. TestMeasures.Rows(15, ("TP01", "5")),
            ])
        );
    }

    internal static Dictionary<string, string> ByAge(string typed) =>
        new()
        {
            ["Form.Weight"] = "yes",
            ["Form.From"] = "Typed",
            ["Form.Typed"] = typed,
            ["Form.MergeBelow"] = "",
        };

    internal static IReadOnlyList<IReadOnlyList<string>> Figures(Page page) =>
        [
            .. page.All("section[aria-labelledby=figures-heading] > table tbody tr")
                .Select(row => (IReadOnlyList<string>)[.. row.QuerySelectorAll("td").Select(Page.Words)]),
        ];

    private static async Task YearAsync(HearthApp hearth, Browser officer, int ending, string channel, int tp01, int tp04)
    {
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Title = $"Year {ending}",
                Opens = new(ending - 1, 9, 1),
                Closes = new(ending - 1, 10, 31),
                Population = 1_000_000,
                Measures = ["TP01", "TP04"],
                Homes = [.. TestMeasures.Homes(500)],
            }
        );
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. Enumerable
                    .Range(0, 500)
                    .Select(home => new Dictionary<string, string>
                    {
                        ["channel"] = channel,
                        ["TP01"] = home < tp01 ? "1" : "5",
                        ["TP04"] = home < tp04 ? "2" : "4",
                    }),
            ])
        );
    }

    private static Dictionary<string, string> Star(string year, string indicator, string percent, string answered, string method) =>
        new()
        {
            ["Form.Year"] = year,
            ["Form.Indicator"] = indicator,
            ["Form.Percent"] = percent,
            ["Form.Base"] = answered,
            ["Form.Method"] = method,
        };
}
