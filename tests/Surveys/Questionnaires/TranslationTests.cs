// A questionnaire in other languages: side by side, by file, and on the answering pages with what is missing or unchecked said.
using System.IO.Compression;
using System.Text;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed class TranslationTests
{
    private const string Urdu = "کیا آپ کے پاس ہیٹر ہے؟";

    [Theory, BothDatabases]
    public async Task A_question_is_read_in_urdu_from_right_to_left_and_the_others_in_english_that_says_so(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff();
        await AddAsync(officer, field, "ur");
        var page = await SaveAsync(
            officer,
            field,
            "ur",
            ("title", "آپ کا گھر کتنا گرم ہے؟"),
            ("q1.text", Urdu),
            ("q1.o.y", "ہاں"),
            ("q1.o.n", "نہیں")
        );
        Assert.Contains("4 texts are saved.", page.Text);

        var phone = hearth.Anyone();
        page = await phone.OpenAsync($"/s/{field.Code()}?lang=ur");
        Assert.Equal("آپ کا گھر کتنا گرم ہے؟", page.Heading);
        Assert.Equal(("ur", "rtl"), Direction(page.All("h1").Single()));
        page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        Assert.Equal(Urdu, page.Heading);
        Assert.Equal(("ur", "rtl"), Direction(page.All("form [lang]")[0]));
        // nobody who reads Urdu has checked it, and the English stands beside it
        Assert.Contains("ابھی کسی نے اس ترجمے کو نہیں جانچا", page.Text);
        Assert.Contains("Do you have a heater?", page.Text);
        page = await phone.SubmitAsync(page, new { Answer = "y" });
        Assert.Equal("How satisfied are you with your heater?", page.Heading);
        Assert.Equal(("en-GB", "ltr"), Direction(page.All("form [lang]")[0]));
        Assert.Contains("یہ سوال ابھی آپ کی زبان میں نہیں ہے", page.Text);
        await hearth.InScopeAsync(async scope =>
        {
            var draft = await scope.GetRequiredService<HearthDb>().Set<Surveys.Answering.DraftResponse>().SingleAsync();
            Assert.Equal("""{"q1":["y"]}""", draft.Answers);
        });
        Assert.Equal("Do you have a heater?", (await hearth.Anyone().OpenAsync($"/s/{field.Code()}/q1")).Heading);
    }

    [Theory, BothDatabases]
    public async Task A_language_that_the_pages_do_not_speak_is_chosen_on_the_first_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff();
        await AddAsync(officer, field, "bn");
        await SaveAsync(officer, field, "bn", ("q1.text", "আপনার কি হিটার আছে?"), ("q1.o.y", "হ্যাঁ"), ("q1.o.n", "না"));
        var phone = hearth.Anyone();

        var page = await phone.OpenAsync($"/s/{field.Code()}");
        var link = page.All("a[hreflang=bn]").Single();
        await phone.OpenAsync(link.GetAttribute("href")!);

        Assert.Equal("আপনার কি হিটার আছে?", (await phone.OpenAsync($"/s/{field.Code()}/q1")).Heading);
    }

    [Theory, BothDatabases]
    public async Task English_that_changes_makes_its_translation_out_of_date_and_people_see_the_english(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var survey = await officer.StartAsync();
        await officer.AddAsync(survey, QuestionKind.SingleChoice, "Is your home warm?", "Yes\nNo");
        var page = await officer.OpenAsync($"/surveys/{survey}/languages");
        Assert.Equal(["Choose a language from the list"], (await officer.SubmitAsync(page, null, "Add this language")).Errors);
        page = await officer.SubmitAsync(page, new { Language = "pl" }, "Add this language");
        page = await officer.SubmitAsync(
            page,
            [
                KeyValuePair.Create("Text[q1.text]", "Czy w domu jest ciepło?"),
                KeyValuePair.Create("Text[q1.o.1]", "Tak"),
                KeyValuePair.Create("Text[q1.o.2]", "Nie"),
                KeyValuePair.Create("IsChecked", "true"),
            ],
            [],
            "Save"
        );
        Assert.Contains("Checked by Maya Desai", page.Text);
        Assert.Contains("Czy w domu jest ciepło?", (await officer.OpenAsync($"/surveys/{survey}/preview?q=1&in=pl")).Text);

        var question = (await hearth.QuestionsAsync(survey)).Single();
        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{survey}/questions/{question.Id}"),
            [KeyValuePair.Create("Form.Text", "Is your home warm enough?")],
            [],
            "Save this question"
        );

        page = await officer.OpenAsync($"/surveys/{survey}/languages/pl?open=true");
        Assert.Contains("The English has changed", page.Text);
        Assert.Equal("Czy w domu jest ciepło?", page.All("textarea[name='Text[q1.text]']").Single().TextContent.Trim());
        Assert.Empty(page.All("textarea[name='Text[q1.o.1]']"));
        page = await officer.OpenAsync($"/surveys/{survey}/preview?q=1&in=pl");
        Assert.Contains("Is your home warm enough?", page.Text);
        Assert.Contains("not wholly translated into Polish", page.Text);
    }

    [Theory, BothDatabases]
    public async Task A_translator_gets_a_file_and_it_comes_back_with_what_was_made_from_older_words_marked(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff();
        await AddAsync(officer, field, "pl");
        var address = $"/surveys/{field.Survey.Id}/languages/pl/file";

        foreach (var handler in new[] { "Csv", "Excel" })
        {
            var sent = (await officer.OpenAsync($"{address}?handler={handler}")).Bytes;
            var rows = TranslationSheet.Read(sent).Made!;
            Assert.Contains(rows, row => row is { Part: "q1.text", Source: "Do you have a heater?" });
            byte[] back = handler == "Csv" ? Csv(rows) : Workbook.Write(Cells(rows).Prepend(TranslationSheet.Headings));
            var page = await officer.SubmitAsync(await officer.OpenAsync(address), [], [("Sheet", "back.bin", back)], "Bring it in");
            Assert.Contains("3 texts came in.", page.Text);
            Assert.Contains("1 were made from English that has changed since.", page.Text);
            Assert.Contains("1 rows are no text of this survey, and were left out: q99.text.", page.Text);
        }

        var texts = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Translation>().OrderBy(t => t.Part).ToListAsync());
        Assert.Equal(["q1.o.y=Tak", "q1.text=Czy ma Pani grzejnik?", "q4.text==SUM(A1)"], texts.Select(text => $"{text.Part}={text.Text}"));
        var side = await officer.OpenAsync($"/surveys/{field.Survey.Id}/languages/pl");
        Assert.Contains("The English has changed", Page.Words(side.All("#row-t-q1-text").Single()));
        Assert.Contains("Not checked", Page.Words(side.All("#row-t-q4-text").Single()));
        // out again, no spreadsheet runs it
        Assert.Contains(",'=SUM(A1),", (await officer.OpenAsync($"{address}?handler=Csv")).Body);
    }

    [Fact]
    public async Task A_file_that_is_none_a_bomb_and_a_hostile_workbook_are_refused()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff();
        await AddAsync(officer, field, "pl");
        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/languages/pl/file");
        const string Dtd =
            """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>""";
        byte[][] hostile =
        [
            [],
            [0x89, 0x50, 0, 0, 0],
            Encoding.UTF8.GetBytes("name,colour\r\na,b\r\n"),
            "PK not a zip at all"u8.ToArray(),
            Zip(Dtd),
            Zip("<worksheet><sheetData><row><c><v>" + new string('a', 41 * 1024 * 1024) + "</v></c></row></sheetData></worksheet>"),
        ];
        foreach (var file in hostile)
        {
            Assert.True(file.Length < TranslationSheet.Largest);
            var refused = await officer.SubmitAsync(page, [], [("Sheet", "back.xlsx", file)], "Bring it in");
            Assert.Equal(["This is not a translation file. Choose the CSV or Excel file that came from here"], refused.Errors);
        }
        var large = await officer.SubmitAsync(page, [], [("Sheet", "back.csv", new byte[TranslationSheet.Largest + 1])], "Bring it in");
        Assert.Equal(["The file must be smaller than 5 MB"], large.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_form_is_printed_in_a_language_and_a_copied_survey_keeps_its_languages(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff();
        await AddAsync(officer, field, "ur");
        await SaveAsync(officer, field, "ur", ("q1.text", Urdu), ("q1.o.y", "ہاں"), ("q1.o.n", "نہیں"));

        var form = await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/print?code={field.Code()}&in=ur");
        // how to fill it in, and its foot, are in the language too
        Assert.Contains("خانے میں کراس لگائیں", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Put a cross in a box", form.Text, StringComparison.Ordinal);
        Assert.Equal(("ur", "rtl"), Direction(form.All(".hearth-form__foot")[0]));
        var printed = form.All(".hearth-form__q").First();
        Assert.Equal(("ur", "rtl"), Direction(printed));
        Assert.Contains(Urdu, printed.TextContent);
        // where “no” leads, in the language; and whom an English question asks, in English
        Assert.Matches("نہیں.*۔.*سوال.*3.*پر جائیں", Page.Words(printed.QuerySelectorAll("li").Last()));
        Assert.Contains("Only if you answered ‘ہاں’ to question 1.", Page.Words(form.All(".hearth-form__q")[1]));
        var easy = await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/print?look=easy&code={field.Code()}&in=ur");
        Assert.Equal([Urdu], easy.All(".hearth-form__q").First().QuerySelectorAll(".hearth-easy__line").Select(Page.Words));

        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/copy");
        page = await officer.SubmitAsync(page);
        var copy = Guid.Parse(page.Path.Split('/')[2]);
        Assert.Contains(Urdu, (await officer.OpenAsync($"/surveys/{copy}/preview?q=1&in=ur")).Text);
    }

    private static (string?, string?) Direction(AngleSharp.Dom.IElement element) =>
        (element.GetAttribute("lang"), element.GetAttribute("dir"));

    private static async Task AddAsync(Browser officer, Field field, string language) =>
        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{field.Survey.Id}/languages"),
            new { Language = language },
            "Add this language"
        );

    private static async Task<Page> SaveAsync(Browser officer, Field field, string language, params (string Part, string Text)[] texts) =>
        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{field.Survey.Id}/languages/{language}"),
            [.. texts.Select(text => KeyValuePair.Create($"Text[{text.Part}]", text.Text))],
            [],
            "Save"
        );

    // what a translator sends back: one from words that are no longer there, one that looks like a formula, one of no survey
    private static IEnumerable<string[]> Cells(IReadOnlyList<SheetText> rows) =>
        rows.Select(row =>
                row.Part switch
                {
                    "q1.text" => [row.Part, "", "Have you got a heater?", "Czy ma Pani grzejnik?"],
                    "q1.o.y" => [row.Part, "", row.Source, "Tak"],
                    "q4.text" => [row.Part, "", row.Source, "=SUM(A1)"],
                    _ => new[] { row.Part, "", row.Source, "" },
                }
            )
            .Append(["q99.text", "", "Nothing", "Nic"]);

    private static byte[] Csv(IReadOnlyList<SheetText> rows) => TranslationSheet.Csv(Cells(rows));

    private static byte[] Zip(string sheet)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            part.Write(sheet);
        }
        return file.ToArray();
    }
}
