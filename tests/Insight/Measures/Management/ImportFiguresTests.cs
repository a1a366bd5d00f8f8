// Management figures from a file: looked at first, then taken whole or not at all.
using System.Text;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Insight.Tests.Measures.Management;

public sealed class ImportFiguresTests
{
    private const string Headings =
        "Measure,Part,Stock,What it is,Applies,Numerator,Denominator,Without extension,With extension,Target,Several targets,Targets in words\n";

    [Theory, BothDatabases]
    public async Task A_file_shows_what_would_change_before_it_is_taken(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await officer.FillAsync("CH01-1-LCRA", "400", "7642");
        await officer.FillAsync("BS01-all", "90", "90");

        var preview = await UploadAsync(
            officer,
            Headings
                + "ch01,1,lcra,,,412,\"7,642\",,,,,\n"
                + "CH02,1,LCRA,,yes,370,412,300,70,,,\n"
                + "RP02,1,LCRA,,yes,80,100,,,28,yes,\"Urgent: 7 days, others: 28\"\n"
                + "BS01,,all,,yes,90,90,,,,,\n"
                + "BS02,,all,,,,,,,,,\n"
                + "BS05,,all,,no,,,,,,,\n"
        );

        Assert.Equal("What would change", preview.Heading);
        Assert.Equal(["400 of 7,642", "412 of 7,642", "53.9 per 1,000 homes"], preview.Row("CH01 part 1"));
        Assert.Equal(["nothing", "370 of 412, 300 without and 70 with extension", "89.8%"], preview.Row("CH02 part 1"));
        Assert.Equal(["nothing", "does not apply", "Does not apply"], preview.Row("BS05"));
        Assert.Contains("1 row says what stands already. 1 row is empty and changes nothing.", preview.Text, StringComparison.Ordinal);
        Assert.Equal("52.3 per 1,000 homes", (await officer.OpenAsync(FigurePages.Year)).Row("CH01 part 1")[0]);

        var list = await officer.SubmitAsync(preview, null, "Take 4 figures");
        Assert.Contains("4 figures are taken from the file.", list.Text, StringComparison.Ordinal);
        Assert.Equal(["53.9 per 1,000 homes", "412", "7,642", "Complete"], list.Row("CH01 part 1"));
        Assert.Equal(["80.0% Target 28 days, and others: Urgent: 7 days, others: 28", "80", "100", "Complete"], list.Row("RP02 part 1"));
    }

    [Theory, BothDatabases]
    public async Task One_wrong_row_and_nothing_is_taken_each_named_by_row_and_column(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var refused = await UploadAsync(
            officer,
            Headings
                + "CH01,1,LCRA,,yes,412,7642,,,,,\n"
                + "CH01,3,LCRA,,yes,412,7642,,,,,\n"
                + "CH01,2,all,,yes,412,7642,,,,,\n"
                + "TP01,,LCRA,,yes,412,7642,,,,,\n"
                + "\n"
                + "BS01,,all,,yes,91,90,,,,,\n"
                + "BS01,,all,,yes,90,90,,,,,\n"
                + "BS02,,all,,perhaps,90,90,,,,,\n"
                + "BS03,,all,,no,90,90,,,,,\n"
                + "BS04,,all,,yes,-1,90.5,,,14,,\n"
                + "CH02,2,LCRA,,yes,20,30,10,11,,,\n"
        );

        Assert.Equal(
            [
                "Row 3, column Part: must be 1 or 2 for CH01",
                "Row 4, column Stock: must be LCRA or LCHO or COMBINED for CH01",
                "Row 5, column Measure: “TP01” is not a management measure of 2025/26",
                "Row 7, column Numerator: Numerator must be 90 or fewer: it is a part of the denominator",
                "Row 8: BS01 is on row 7 too. Keep one of them",
                "Row 9, column Applies: Applies must be yes or no",
                "Row 10, column Applies: Applies is no, but the row has numbers. Take them out, or change Applies to yes",
                "Row 11, column Numerator: Numerator must be 0 or more",
                "Row 11, column Denominator: Denominator must be a whole number, like 412",
                "Row 11, column Target: Target must be empty: BS04 does not have it",
                "Row 12, column Without extension: Without and with an extension must add up to the numerator: they make 21, and the numerator is 20",
            ],
            refused.Errors
        );
        Assert.Equal(0, await WriteFigureTests.StoredAsync(hearth));

        var across = await UploadAsync(officer, Headings + "NM01,1,all,,,3,90,,,,,\nNM01,2,all,,,4,90,,,,,\n");
        Assert.Equal(
            ["Row 3, column Numerator: Cases that involve hate incidents must be 3 or fewer: that is how many cases NM01 part 1 has"],
            across.Errors
        );
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("PK\u0003\u0004", "The file is not a CSV file. In your spreadsheet, save it as CSV")]
    [InlineData(
        "Measure,Part,Stock,Numerator\nCH01,1,LCRA,4\n",
        "The file has no column “Denominator”. Download the file to fill in, and keep its headings"
    )]
    [InlineData("Measure;Part;Stock;Numerator;Denominator\n", "There are no rows below the headings")]
    public async Task A_file_that_is_none_is_named(string text, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal([words], (await UploadAsync(hearth.Staff(), text)).Errors);
    }

    [Fact]
    public async Task No_file_at_all_is_refused()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var page = await officer.OpenAsync($"{FigurePages.Year}/import");
        Assert.Equal(["Choose a CSV file"], (await officer.SubmitAsync(page, null, "See what would change")).Errors);
    }

    [Theory, BothDatabases]
    public async Task The_file_to_fill_in_holds_what_stands_and_comes_back_unchanged(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await officer.FillAsync("CH02-1-LCRA", "370", "412", ("WithoutExtension", "300"), ("WithExtension", "70"));
        await officer.FillAsync("RP02-1-LCRA", "80", "100", ("Target", "28"), ("SeveralTargets", "yes"), ("TargetsInWords", "=SUM(A1)"));
        await officer.FillAsync("BS05-all", "", "", ("Applies", "no"));

        var file = await officer.OpenAsync($"{FigurePages.Year}?handler=Csv");
        Assert.Equal(19, file.Body.Trim().Split('\n').Length);
        Assert.Contains("CH02,1,LCRA,", file.Body, StringComparison.Ordinal);
        Assert.Contains(",yes,370,412,300,70,", file.Body, StringComparison.Ordinal);
        // a spreadsheet must not run it
        Assert.Contains("'=SUM(A1)", file.Body, StringComparison.Ordinal);

        var preview = await UploadAsync(officer, file.Bytes);
        Assert.Contains("Nothing would change. The file says what stands already.", preview.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_figure_that_somebody_saved_after_the_preview_is_not_overwritten(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var preview = await UploadAsync(officer, Headings + "BS01,,all,,yes,90,90,,,,,\nBS02,,all,,yes,9,9,,,,,\n");
        await officer.FillAsync("BS01-all", "88", "90");

        var again = await officer.SubmitAsync(preview, null, "Take 2 figures");
        Assert.Equal(["Somebody else saved this since you opened it. Look at it again before you save"], again.Errors);
        Assert.Equal(["88 of 90", "90 of 90", "100.0%"], again.Row("BS01"));
        Assert.Equal(1, await WriteFigureTests.StoredAsync(hearth));
        await officer.SubmitAsync(again, null, "Take 2 figures");
        Assert.Equal("90", (await officer.OpenAsync(FigurePages.Year)).Row("BS01")[1]);
    }

    private static Task<Page> UploadAsync(Browser officer, string text) => UploadAsync(officer, Encoding.UTF8.GetBytes(text));

    private static async Task<Page> UploadAsync(Browser officer, byte[] file) =>
        await officer.SubmitAsync(
            await officer.OpenAsync($"{FigurePages.Year}/import"),
            [],
            [("Upload", "figures.csv", file)],
            "See what would change"
        );
}
