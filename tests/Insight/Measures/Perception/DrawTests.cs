// Answers of homes that were drawn with unequal chances: each counts for the homes it was drawn for, on the page, in the edition, in the summary of approach.
using System.Globalization;
using System.Text;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class DrawTests
{
    private const string Editions = "/insight/measures/2026/editions?stock=lcra";

    private static readonly Dictionary<string, int> Sizes = new() { ["Fennside"] = 1000, ["Marsh End"] = 100 };

    [Theory, BothDatabases]
    public async Task Forty_homes_of_a_large_ward_and_forty_of_a_small_one_stand_for_as_many_as_live_there(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var survey = await FortyEachAsync(hearth, officer);
        await hearth.DrawnByWardAsync(survey, Sizes);

        var page = await officer.OpenAsync(PerceptionField.Address);

        // by hand: 32 of 40 and 8 of 40 satisfied, (1,000 × 0.8 + 100 × 0.2) / 1,100 = 74.5%; 40 of 80 without weights
        var cells = PerceptionField.Figures(page)[0];
        Assert.Equal("74.5%", cells[0]);
        Assert.StartsWith("50.0%", cells[2], StringComparison.Ordinal);
        Assert.Contains(
            "Each home of Fennside stood for 25 homes, each home of Marsh End stood for 2.5 homes.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Fennside 1,000 40 40 25", "Marsh End 100 40 40 2.5"],
            page.All("section[aria-labelledby=weights-heading] tbody tr").Select(Page.Words)
        );
        Assert.DoesNotContain("not drawn", page.Text, StringComparison.Ordinal);
        // of each stratum (1 − n/N) (N/all)² pq/(n − 1), added (W. G. Cochran, Sampling Techniques, §5.3)
        var year = await NowAsync(hearth);
        var error = (0.96 * Math.Pow(1000 / 1100.0, 2) * 0.16 / 39) + (0.6 * Math.Pow(100 / 1100.0, 2) * 0.16 / 39);
        Assert.Equal(error, year["TP01"]!.Variance!.Value, 1e-9);
        // weights of 25 and 2.5: (40 × 27.5)² / (40 × (625 + 6.25)) = 47.9 answers
        Assert.Contains("80 answers are worth 48.", page.Text, StringComparison.Ordinal);

        var approach = await officer.OpenAsync("/insight/measures/2026/approach?stock=lcra");
        Assert.Contains(
            "Homes were drawn with unequal chances by ward, so each answer counts for as many homes as it was drawn for.",
            approach.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("each home of Marsh End stood for 2.5 homes", approach.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_the_draw_gives_is_where_weighting_by_age_begins(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        // a quarter of the answers in each ward are young; they are half of everybody
        var survey = await AskAsync(
            hearth,
            officer,
            [
                .. Many(30, "Fennside", "75 and over"),
                .. Many(10, "Fennside", "16 to 24"),
                .. Many(30, "Marsh End", "75 and over"),
                .. Many(10, "Marsh End", "16 to 24"),
            ],
            [1, 1, 0, 0]
        );
        await hearth.DrawnByWardAsync(survey, Sizes);

        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"{PerceptionField.Address}/how?stock=lcra"),
            PerceptionField.ByAge("Age,16 to 24,550\nAge,75 and over,550"),
            "Save"
        );

        // satisfied are the 40 of Fennside: 40 × 25 of 1,100 before and after, for ages are spread alike over both wards
        Assert.Equal("90.9%", PerceptionField.Figures(page)[0][0]);
        Assert.Contains("Weighted by age. Targets: counts typed", page.Text, StringComparison.Ordinal);
        Assert.Contains("before anything else. Each home of Fennside stood for 25 homes", page.Text, StringComparison.Ordinal);
        var year = await NowAsync(hearth);
        // 25 and 2.5 over 13.75, times 2 for the young and 2/3 for the old
        Assert.Equal(25 / 13.75m * 2, year.Weighting!.Greatest, 5);
        Assert.Equal(2.5m / 13.75m * 2 / 3, year.Weighting.Least, 5);
        Assert.Equal(["Age", "Ward"], year.Weighting.Characteristics);
    }

    [Theory, BothDatabases]
    public async Task An_edition_keeps_the_draw_and_is_made_again_byte_for_byte(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var survey = await FortyEachAsync(hearth, officer);
        var before = await officer.SubmitAsync(await officer.OpenAsync(Editions), null, "Freeze as edition 1");
        Assert.Contains("Edition 1 is frozen.", before.Text, StringComparison.Ordinal);
        await hearth.DrawnByWardAsync(survey, Sizes);

        var page = await officer.SubmitAsync(
            await officer.OpenAsync(Editions),
            new { Reason = "The draw was by ward" },
            "Freeze as edition 2"
        );

        Assert.Contains("Edition 2 is frozen.", page.Text, StringComparison.Ordinal);
        foreach (var number in new[] { 1, 2 })
        {
            page = await officer.SubmitAsync(await officer.OpenAsync(Editions), null, $"Make edition {number} again");
            Assert.Contains($"Edition {number} was made again: the same, byte for byte.", page.Text, StringComparison.Ordinal);
        }
        var frozen = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<Edition>().AsNoTracking().OrderBy(edition => edition.Number).ToListAsync()
        );
        // the one that was frozen before knows nothing of strata, and says so nowhere
        Assert.DoesNotContain("draw", Encoding.UTF8.GetString(frozen[0].Recipe), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("draw", Encoding.UTF8.GetString(frozen[0].Outputs), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("response,method,TP01\n", Encoding.UTF8.GetString(frozen[0].Inputs), StringComparison.Ordinal);
        Assert.StartsWith("response,method,stratum,TP01,weight\n", Encoding.UTF8.GetString(frozen[1].Inputs), StringComparison.Ordinal);
        Assert.Equal((50.0m, 74.5m), (frozen[0].Read()["TP01"]!.Published, frozen[1].Read()["TP01"]!.Published));
        // another weight of a stratum, and the figures say that something was altered
        var altered = Encoding.UTF8.GetString(frozen[1].Recipe).Replace("\"asked\": 40", "\"asked\": 41", StringComparison.Ordinal);
        Assert.NotNull(
            Insight
                .Measures.Perception.Freezing.Editions.MakeAgain(
                    new()
                    {
                        Inputs = frozen[1].Inputs,
                        Outputs = frozen[1].Outputs,
                        Sha256 = frozen[1].Sha256,
                        Recipe = Encoding.UTF8.GetBytes(altered),
                    }
                )
                .Fault
        );
    }

    [Theory, BothDatabases]
    public async Task A_home_that_was_not_drawn_stands_for_itself_and_one_that_was_forgotten_for_its_ward(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        // the first twelve of Fennside answered though they were not drawn; two who answered in Marsh End were forgotten
        var survey = await AskAsync(hearth, officer, [.. Many(52, "Fennside", "35 to 44"), .. Many(40, "Marsh End", "35 to 44")], [0, 1]);
        await hearth.DrawnByWardAsync(survey, Sizes, notDrawn: 12);
        await hearth.ForgetWhoAnsweredAsync(survey, "Marsh End", 2);

        var page = await officer.OpenAsync(PerceptionField.Address);

        // Marsh End says yes, Fennside no: 40 × 2.5 of 100 + 40 × 25 + 12
        Assert.Equal(Percent(100, 100 + 1000 + 12), PerceptionField.Figures(page)[0][0]);
        Assert.Contains("12 answers are of homes that were not drawn, and stand for no other home.", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "2 answers have no line in the draw any more, and count with the groups they were asked in.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Not drawn 12 12 12 1", page.All("section[aria-labelledby=weights-heading] tbody tr").Select(Page.Words));
    }

    [Fact]
    public async Task A_stratum_that_few_answered_of_stands_with_the_next_smallest_and_is_named_nowhere()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var survey = await AskAsync(
            hearth,
            officer,
            [.. Many(40, "Fennside", "35 to 44"), .. Many(4, "Kiln Lane", "35 to 44"), .. Many(20, "Marsh End", "35 to 44")],
            [1, 0, 0]
        );
        await hearth.DrawnByWardAsync(survey, new Dictionary<string, int>(Sizes) { ["Kiln Lane"] = 40 });

        var page = await officer.SubmitAsync(await officer.OpenAsync(Editions), null, "Freeze as edition 1");

        Assert.Contains("Edition 1 is frozen.", page.Text, StringComparison.Ordinal);
        var frozen = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Edition>().AsNoTracking().SingleAsync());
        foreach (var file in new[] { frozen.Inputs, frozen.Recipe, frozen.Outputs })
        {
            Assert.DoesNotContain("Kiln Lane", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
            Assert.DoesNotContain("Marsh End", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        }
        // 4 answers for 10 homes each and 20 for 5: what the 24 stand for, and so the figure, is what it was
        var small = frozen.Read().Weighting!.Draw!.Strata.Single(stratum => stratum.Name == Inputs.Hidden);
        Assert.Equal((24, 140, 5.8333m), (small.Answered, small.Homes, small.StoodFor));
        Assert.Equal(decimal.Parse(Percent(1000, 1140).TrimEnd('%'), CultureInfo.InvariantCulture), frozen.Read()["TP01"]!.Published);
    }

    [Theory, BothDatabases]
    public async Task Lots_shared_out_by_size_are_not_weighted(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var survey = await AskAsync(hearth, officer, [.. Many(50, "Fennside", "35 to 44"), .. Many(5, "Marsh End", "35 to 44")], [1, 0]);
        await hearth.DrawnByWardAsync(survey, Sizes);

        var page = await officer.OpenAsync(PerceptionField.Address);

        Assert.Contains("Not weighted", page.Text, StringComparison.Ordinal);
        Assert.Equal("90.9%", PerceptionField.Figures(page)[0][0]);
    }

    [Theory, BothDatabases]
    public async Task Of_two_surveys_each_is_evened_out_by_its_own_draw_and_counts_by_its_answers(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var drawn = await FortyEachAsync(hearth, officer);
        await hearth.DrawnByWardAsync(drawn, Sizes);
        var everyone = await AskAsync(hearth, officer, [.. Many(20, "Fennside", "35 to 44")], [0], new(2026, 1, 5));

        var page = await officer.OpenAsync($"{PerceptionField.Address}/how?stock=lcra");
        page = await officer.SubmitAsync(
            page,
            new List<KeyValuePair<string, string>> { new("Form.Surveys", drawn.ToString()), new("Form.Surveys", everyone.ToString()) },
            "Save"
        );

        // 80 answers of which 74.5 in 100 are satisfied, and 20 of which none is
        Assert.Equal(Percent(0.8 * 820 / 1100, 1), PerceptionField.Figures(page)[0][0]);
        Assert.Contains(
            "Survey 1: Fennside 1,000 40 40 25",
            page.All("section[aria-labelledby=weights-heading] tbody tr").Select(Page.Words)
        );
    }

    [Theory, BothDatabases]
    public async Task Satisfaction_by_method_is_of_all_who_answered_so_though_the_kept_rows_hide_the_method(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(
            new() { Measures = ["TP01"], Homes = [.. Many(60, "Fennside", "35 to 44"), .. Many(60, "Marsh End", "35 to 44")] }
        );
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. TestMeasures.Rows(55, ("TP01", "1"), ("channel", "telephone")),
                // five by post in Fennside, too few to be told from the others of that ward
                .. TestMeasures.Rows(5, ("TP01", "1"), ("channel", "paper")),
                .. TestMeasures.Rows(60, ("TP01", "5"), ("channel", "paper")),
            ])
        );
        await hearth.DrawnByWardAsync(field.Survey, Sizes);

        var page = await officer.OpenAsync(PerceptionField.Address);

        // by post: 5 for 1,000/60 homes each and 60 for 100/60
        var ways = page.All("section[aria-labelledby=method-heading] > table tbody tr").Select(Page.Words).ToList();
        Assert.Equal(["By telephone 55 46 100.0%", $"By post 65 54 {Percent(5 * 1000, (5 * 1000) + (60 * 100))}"], ways);
    }

    private static Task<PerceptionYear> NowAsync(HearthApp hearth) =>
        hearth.InScopeAsync(async s =>
            (await s.GetRequiredService<PerceptionReader>().OfAsync(new(2026), StockType.LowCostRental, default))!
        );

    // Fennside: 32 of 40 satisfied; Marsh End: 8 of 40
    private static async Task<Guid> FortyEachAsync(HearthApp hearth, Browser officer)
    {
        var field = await hearth.AskMeasuresAsync(
            new() { Measures = ["TP01"], Homes = [.. Many(40, "Fennside", "35 to 44"), .. Many(40, "Marsh End", "35 to 44")] }
        );
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. TestMeasures.Rows(32, ("TP01", "1")),
                .. TestMeasures.Rows(8, ("TP01", "4")),
                .. TestMeasures.Rows(8, ("TP01", "2")),
                .. TestMeasures.Rows(32, ("TP01", "5")),
            ])
        );
        return field.Survey;
    }

    /// <summary>Homes alike say the same; a run of homes of one ward and age after the other.</summary>
    private static async Task<Guid> AskAsync(
        HearthApp hearth,
        Browser officer,
        IReadOnlyList<AskedHome> homes,
        int[] satisfied,
        DateOnly? opens = null
    )
    {
        var from = opens ?? new(2025, 9, 1);
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Title = $"Survey of {from:MMMM}",
                Measures = ["TP01"],
                Homes = homes,
                Opens = from,
                Closes = from.AddDays(40),
            }
        );
        var groups = homes.Distinct().ToList();
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([.. homes.SelectMany(home => TestMeasures.Rows(1, ("TP01", satisfied[groups.IndexOf(home)] == 1 ? "1" : "5")))])
        );
        return field.Survey;
    }

    private static IEnumerable<AskedHome> Many(int many, string ward, string age) =>
        Enumerable.Repeat(new AskedHome(Ward: ward, AgeBand: age), many);

    private static string Percent(double of, double all) =>
        $"{Math.Round(100 * of / all, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture)}%";
}
