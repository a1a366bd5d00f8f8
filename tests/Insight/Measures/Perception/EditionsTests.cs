// Frozen figures: kept whole, made again to the byte, corrected only with a reason, and an altered one is found out.
using System.Text;
using System.Text.RegularExpressions;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class EditionsTests
{
    private const string Editions = "/insight/measures/2026/editions?stock=lcra";

    [Theory, BothDatabases]
    public async Task A_frozen_edition_is_made_again_byte_for_byte_and_a_correction_needs_its_reason(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await PerceptionField.OldAndYoungAsync(hearth, officer, moreHomes: 0);
        await officer.SubmitAsync(
            await officer.OpenAsync("/insight/measures/2026/tenants-said/how?stock=lcra"),
            PerceptionField.ByAge("Age,16 to 24,5000\nAge,75 and over,5000"),
            "Save"
        );

        var page = await officer.SubmitAsync(await officer.OpenAsync(Editions), null, "Freeze as edition 1");
        Assert.Contains("Edition 1 is frozen.", page.Text, StringComparison.Ordinal);
        page = await officer.SubmitAsync(page, null, "Make edition 1 again");
        Assert.Contains("Edition 1 was made again: the same, byte for byte.", page.Text, StringComparison.Ordinal);

        // the checksum, by another road: SHA-256 over the three files as they are downloaded
        byte[] files =
        [
            .. await FileAsync(officer, page, "Answers (CSV)"),
            .. await FileAsync(officer, page, "recipe (JSON)"),
            .. await FileAsync(officer, page, "figures (JSON)"),
        ];
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(files)), page.Text, StringComparison.Ordinal);

        page = await officer.SubmitAsync(page, new { Reason = "" }, "Freeze as edition 2");
        Assert.Equal(
            [
                "Enter why edition 1 is corrected: whoever used it is told",
                "Nothing has changed since edition 1, so there is nothing to correct",
            ],
            page.Errors.Order()
        );
        var first = await ReadAsync(hearth, 1);
        // the landlord finds that it weighted to wrong counts
        await officer.SubmitAsync(
            await officer.OpenAsync("/insight/measures/2026/tenants-said/how?stock=lcra"),
            PerceptionField.ByAge("Age,16 to 24,2000\nAge,75 and over,8000"),
            "Save"
        );
        Assert.Contains(
            "Changed since edition 1",
            (await officer.OpenAsync("/insight/measures/2026/tenants-said")).Text,
            StringComparison.Ordinal
        );
        page = await officer.SubmitAsync(
            await officer.OpenAsync(Editions),
            new { Reason = "The counts by age were of people, not of homes" },
            "Freeze as edition 2"
        );

        Assert.Contains("Reason: The counts by age were of people, not of homes", page.Text, StringComparison.Ordinal);
        Assert.Equal((52.5m, 69m), (first["TP01"]!.Published, (await ReadAsync(hearth, 2))["TP01"]!.Published));
        Assert.Equal(52.5m, (await ReadAsync(hearth, 1))["TP01"]!.Published);
        page = await officer.SubmitAsync(page, null, "Make edition 1 again");
        Assert.Contains("Edition 1 was made again: the same, byte for byte.", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_edition_that_somebody_altered_is_found_out_whatever_was_altered(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await PerceptionField.OldAndYoungAsync(hearth, officer, moreHomes: 0);
        await officer.SubmitAsync(await officer.OpenAsync(Editions), null, "Freeze as edition 1");
        var frozen = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Edition>().AsNoTracking().SingleAsync());
        var answers = Encoding.UTF8.GetString(frozen.Inputs);
        var figures = Encoding.UTF8.GetString(frozen.Outputs);

        // five become satisfied among the answers; the figure is raised; the checksum is another's; the answers are gone
        var better = new Regex(",5\n").Replace(answers, ",1\n", 5);
        Assert.NotEqual(answers, better);
        Assert.Contains("66.3", figures, StringComparison.Ordinal);
        await AlterAsync(hearth, better, figures, frozen.Sha256);
        Assert.Contains(
            "What is kept was altered after freezing: it has another checksum, and the figures do not come out as they were frozen (TP01 66.3 and made again 72.5)",
            await AgainAsync(officer),
            StringComparison.Ordinal
        );
        await AlterAsync(hearth, answers, figures.Replace("66.3", "76.3", StringComparison.Ordinal), frozen.Sha256);
        Assert.Contains("TP01 76.3 and made again 66.3", await AgainAsync(officer), StringComparison.Ordinal);
        await AlterAsync(hearth, answers, figures, new string('0', 64));
        Assert.Contains("the checksum kept with them is not theirs", await AgainAsync(officer), StringComparison.Ordinal);
        await AlterAsync(hearth, "", figures, frozen.Sha256);
        Assert.Contains("cannot be read any more: The inputs are empty.", await AgainAsync(officer), StringComparison.Ordinal);
        // with a checksum made to fit, what it was worked out from still says otherwise
        var raised = figures.Replace("66.3", "76.3", StringComparison.Ordinal);
        await AlterAsync(hearth, answers, raised, Edition.ChecksumOf(frozen.Inputs, frozen.Recipe, Encoding.UTF8.GetBytes(raised)));
        Assert.Contains("TP01 76.3 and made again 66.3", await AgainAsync(officer), StringComparison.Ordinal);
        await AlterAsync(hearth, answers, "{\"year\":", frozen.Sha256);
        Assert.Contains("Cannot be read", (await officer.OpenAsync(Editions)).Text, StringComparison.Ordinal);
        await AlterAsync(hearth, answers, figures, frozen.Sha256);
        Assert.Contains("the same, byte for byte", await AgainAsync(officer), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_frozen_names_nobody_and_groups_that_fewer_than_ten_homes_share_are_hidden(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Measures = ["TP01"],
                Homes =
                [
                    .. TestMeasures.Homes(40, "75 and over"),
                    .. TestMeasures.Homes(40, "35 to 44"),
                    .. TestMeasures.Homes(4, "16 to 24"),
                ],
            }
        );
        await officer.ImportAnswersAsync(field, field.FileOf([.. TestMeasures.Rows(84, ("TP01", "1"), ("channel", "online"))]));
        await officer.SubmitAsync(
            await officer.OpenAsync("/insight/measures/2026/tenants-said/how?stock=lcra"),
            new Dictionary<string, string>
            {
                ["Form.Weight"] = "yes",
                ["Form.From"] = "HomesAsked",
                ["Form.By"] = "age",
            },
            "Save"
        );

        await officer.SubmitAsync(await officer.OpenAsync(Editions), null, "Freeze as edition 1");

        var frozen = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Edition>().AsNoTracking().SingleAsync());
        var lines = Encoding.UTF8.GetString(frozen.Inputs).TrimEnd('\n').Split('\n');
        Assert.Equal("response,method,Age,TP01,weight", lines[0]);
        Assert.Equal(85, lines.Length);
        Assert.DoesNotContain(lines, line => line.Contains("16 to 24", StringComparison.Ordinal));
        // four alone would be known by the hidden mark: the next smallest group is hidden with them
        Assert.Equal(44, lines.Count(line => line.Contains(Inputs.Hidden, StringComparison.Ordinal)));
        Assert.DoesNotContain(field.Codes, code => Encoding.UTF8.GetString(frozen.Inputs).Contains(code, StringComparison.Ordinal));
        Assert.Equal("Maya Desai", frozen.FrozenBy);
    }

    [Theory, BothDatabases]
    public async Task Freezing_reads_every_answer_anew_whatever_a_page_kept_of_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(new() { Measures = ["TP01"], Homes = [.. TestMeasures.Homes(12)] });
        await officer.ImportAnswersAsync(field, field.FileOf([.. TestMeasures.Rows(12, ("TP01", "1"), ("channel", "online"))]));
        Assert.Contains("100.0%", (await officer.OpenAsync("/insight/measures/2026/tenants-said")).Text, StringComparison.Ordinal);
        // changed beside the product: the same many, the latest at the same moment
        await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Database.ExecuteSqlAsync($"UPDATE surveys_response SET \"Channel\" = 'Telephone'")
        );

        await officer.SubmitAsync(await officer.OpenAsync(Editions), null, "Freeze as edition 1");

        var frozen = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Edition>().AsNoTracking().SingleAsync());
        var inputs = Encoding.UTF8.GetString(frozen.Inputs);
        Assert.Contains("Telephone", inputs, StringComparison.Ordinal);
        Assert.DoesNotContain("Internet", inputs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_that_still_takes_answers_is_not_frozen()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Open = true,
                Opens = new(2026, 11, 2),
                Closes = new(2026, 12, 18),
                Measures = ["TP01"],
                Homes = [.. TestMeasures.Homes(12)],
            }
        );
        await officer.ImportAnswersAsync(field, field.FileOf([.. TestMeasures.Rows(12, ("TP01", "1"))]));

        var page = await officer.SubmitAsync(await officer.OpenAsync("/insight/measures/2027/editions"), null, "Freeze as edition 1");

        Assert.Equal(["‘Yearly survey’ takes answers until 18 December 2026. Close it before you freeze the figures"], page.Errors);
    }

    private static async Task<byte[]> FileAsync(Browser officer, Page page, string link) =>
        Encoding.UTF8.GetBytes((await officer.OpenAsync(page.LinkTo(link))).Body);

    private static async Task<string> AgainAsync(Browser officer) =>
        (await officer.SubmitAsync(await officer.OpenAsync(Editions), null, "Make edition 1 again")).Text;

    private static Task<PerceptionYear> ReadAsync(HearthApp hearth, int number) =>
        hearth.InScopeAsync(async s =>
            (await s.GetRequiredService<Insight.Measures.Perception.Freezing.Editions>().AllAsync(new(2026), StockType.LowCostRental))
                .Single(edition => edition.Number == number)
                .Read()
        );

    private static Task AlterAsync(HearthApp hearth, string inputs, string outputs, string checksum) =>
        hearth.InScopeAsync(services =>
        {
            var (one, two) = (Encoding.UTF8.GetBytes(inputs), Encoding.UTF8.GetBytes(outputs));
            return services
                .GetRequiredService<HearthDb>()
                .Database.ExecuteSqlAsync($"""UPDATE insight_edition SET "Inputs" = {one}, "Outputs" = {two}, "Sha256" = {checksum}""");
        });
}
