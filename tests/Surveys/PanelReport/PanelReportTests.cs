// The report for the panel: the same figures as the results, only what was released, a Word file that Word accepts.
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.PanelReport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Comment = Hearth.Surveys.Answering.Comment;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hearth.Surveys.Tests.PanelReport;

public sealed class PanelReportTests
{
    [Theory, BothDatabases]
    public async Task The_report_says_who_was_heard_what_they_said_and_what_is_proposed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AnsweredAsync(hearth);
        var address = $"/surveys/{field.Survey.Id}/report";
        var maya = hearth.Staff();
        var page = await maya.SubmitAsync(
            await maya.OpenAsync(address),
            [KeyValuePair.Create("Form.Words", "Fit new windows.\nAsk again in May.")],
            [],
            "Save"
        );

        Assert.Contains("What is proposed is in the report.", page.Text);
        Assert.Contains("100 homes of 400 were asked", page.Text);
        Assert.Contains("60 homes answered, 60.0% of those asked.", page.Text);
        Assert.Contains("40 homes were asked and did not answer.", page.Text);
        Assert.Contains("Ward, Bridgegate: 20.0% answered, against 60.0% of all", page.Text);
        Assert.Contains("75.0% are satisfied, between", page.Text);
        Assert.Contains("“Mend [name]’s heater.”", page.Text);
        Assert.DoesNotContain("Kowalska", page.Body, StringComparison.Ordinal);
        Assert.Contains("Fit new windows. Ask again in May.", page.Text);
        var results = await maya.OpenAsync($"/surveys/{field.Survey.Id}/results");
        var range = System
            .Text.RegularExpressions.Regex.Match(results.Text, @"75\.0% satisfied, between (\d+\.\d to \d+\.\d)")
            .Groups[1]
            .Value;
        Assert.NotEmpty(range);
        Assert.Contains($"75.0% are satisfied, between {range}.", page.Text);
        Assert.Equal(["H2", "H2", "H2", "H2"], page.All("main h2").Take(4).Select(h => h.TagName));
        Assert.Empty((await hearth.Staff(Role.Councillor).OpenAsync(address)).All("main form"));
    }

    [Theory, BothDatabases]
    public async Task The_word_file_is_valid_with_headings_header_rows_and_words_for_charts(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AnsweredAsync(hearth);

        var page = await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{field.Survey.Id}/report?handler=Word");

        using var word = WordprocessingDocument.Open(new MemoryStream(page.Bytes), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(word, TestContext.Current.CancellationToken)
                .Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
        var body = word.MainDocumentPart!.Document.Body!;
        var headings = body.Elements<Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1")
            .Select(p => p.InnerText)
            .ToList();
        Assert.Equal(
            ["Who was asked", "Who answered", "Who was not heard", "What they said", "What is proposed next", "How to read the figures"],
            headings
        );
        Assert.All(
            body.Elements<Table>(),
            table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>())
        );
        Assert.True(body.Elements<Table>().Count() > 4);
        var alt = body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
            .Select(p => p.Description?.Value)
            .ToList();
        Assert.NotEmpty(alt);
        Assert.All(alt, words => Assert.Contains("Very satisfied", words));
        Assert.Contains("“Mend [name]’s heater.”", body.InnerText);
        Assert.DoesNotContain("Kowalska", body.InnerText, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_proposal_that_is_too_long_is_refused_and_hostile_words_stay_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AnsweredAsync(hearth);
        var address = $"/surveys/{field.Survey.Id}/report";
        var maya = hearth.Staff();
        var page = await maya.SubmitAsync(
            await maya.OpenAsync(address),
            [KeyValuePair.Create("Form.Words", new string('x', 4001))],
            [],
            "Save"
        );
        Assert.Equal(["What is proposed must be 4,000 letters or fewer"], page.Errors);
        Assert.Contains(new string('x', 4001), page.Body, StringComparison.Ordinal);

        page = await maya.SubmitAsync(
            await maya.OpenAsync(address),
            [KeyValuePair.Create("Form.Words", "<script>alert(1)</script> & \u0001 ☃")],
            [],
            "Save"
        );
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        var word = await maya.OpenAsync(address + "?handler=Word");
        using var file = WordprocessingDocument.Open(new MemoryStream(word.Bytes), isEditable: false);
        Assert.Contains("<script>alert(1)</script> &", file.MainDocumentPart!.Document.Body!.InnerText);
    }

    [Fact]
    public void The_picture_is_a_png_that_a_browser_would_draw()
    {
        var png = BarPicture.Of([("Good", 30), ("Bad", 10)]);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8].Select(b => (int)b));
        // the checksum of an empty IEND chunk, as the standard gives it
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], png[^4..].Select(b => (int)b));
        using var zlib = new System.IO.Compression.ZLibStream(
            new MemoryStream(png[41..^16]),
            System.IO.Compression.CompressionMode.Decompress
        );
        var rows = new MemoryStream();
        zlib.CopyTo(rows);
        Assert.Equal(BarPicture.Height * ((3 * BarPicture.Width) + 1), rows.Length);
    }

    private static async Task<Field> AnsweredAsync(HearthApp hearth)
    {
        var field = await Field.OpenAsync(
            hearth,
            100,
            survey => survey.Population = 400,
            invite: (home, asked) => Field.Copy(asked, home is < 50 ? "Fennside" : "Bridgegate", "35 to 44", "General needs")
        );
        // 50 of Fennside and 10 of Bridgegate
        await field.AnswerAsync(
            hearth,
            60,
            home => new() { ["q1"] = ["y"], ["q2"] = [home < 45 ? "1" : "5"] },
            words: home => $"Mend Mrs Kowalska’s heater. {home}"
        );
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var comment = await db.Set<Comment>().OrderBy(c => c.Id).FirstAsync();
            (comment.ReleasedAt, comment.ReleasedText) = (hearth.Clock.GetUtcNow(), "Mend [name]’s heater.");
            scope.GetRequiredService<AuditTrail>().Write("ReleaseComment", "survey", field.Survey.Id);
            await db.SaveChangesAsync();
        });
        return field;
    }
}
