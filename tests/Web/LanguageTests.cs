// Tenants' pages in other languages: chosen, kept, marked as unchecked until somebody has checked them; officers' pages stay English.
using System.Net;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Web.Tests;

public sealed class LanguageTests
{
    [Fact]
    public async Task A_language_once_chosen_stays_and_says_that_nobody_has_checked_it()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var tenant = hearth.Anyone();

        var chosen = await tenant.OpenAsync("/s?lang=ur");
        var next = await tenant.OpenAsync("/sign-in");

        Assert.Equal(("ur", "rtl"), LangAndDir(chosen));
        Assert.Equal("آپ کا کوڈ کیا ہے؟", chosen.Heading);
        Assert.Equal(("ur", "rtl"), LangAndDir(next));
        Assert.Contains("hearth.rtl.css", next.Body, StringComparison.Ordinal);
        var note = next.All(".hearth-unchecked").Single();
        Assert.Contains("جانچ نہیں کی", note.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Nobody has checked this translation yet",
            note.QuerySelector("[lang=en-GB]")!.TextContent,
            StringComparison.Ordinal
        );

        var back = await tenant.OpenAsync(next.LinkTo("English"));
        Assert.Equal(("en-GB", "ltr"), LangAndDir(back));
        Assert.Empty(back.All(".hearth-unchecked"));
    }

    [Fact]
    public async Task The_other_languages_lead_to_the_same_page_with_what_was_asked_of_it()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var page = await hearth.Anyone().OpenAsync("/what-changed?kind=did&q=a%26b");

        Assert.Equal("/what-changed?kind=did&q=a%26b&lang=pl", page.LinkTo("Polski"));
    }

    [Theory]
    [InlineData("/nothing/here?lang=pl", "Nie możemy znaleźć tej strony")]
    [InlineData("/s?lang=pl", "Jaki masz kod?")]
    [InlineData("/s?lang=xx", "What is your code?")]
    [InlineData("/s?lang=../../etc/passwd", "What is your code?")]
    [InlineData("/s?lang=pl&lang=ur", "What is your code?")]
    [InlineData("/s?lang=", "What is your code?")]
    public async Task An_unknown_language_is_English_and_an_error_speaks_the_readers_language(string path, string heading)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal(heading, (await hearth.Anyone().OpenAsync(path)).Heading);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_readers_language()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var tenant = hearth.Anyone();

        var wrong = await tenant.SubmitAsync(await tenant.OpenAsync("/s?lang=pl"), new { Code = "" });

        Assert.Equal("Jest problem", Page.Words(wrong.All(".govuk-error-summary__title").Single()));
        Assert.Contains("Wpisz swój kod", wrong.Errors);
        Assert.StartsWith("Błąd: Wpisz swój kod", wrong.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_s_own_language_is_used_only_once_its_translation_is_checked()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var admin = hearth.Staff(Role.Administrator);

        Assert.Equal("en-GB", LangAndDir(await PolishPhone(hearth)).Lang);
        var empty = await admin.SubmitAsync(
            await admin.OpenAsync("/settings/languages"),
            [KeyValuePair.Create("code", "pl"), KeyValuePair.Create("Checker", "  ")],
            [],
            "Mark as checked"
        );
        Assert.Contains("Enter the name of the person who checked it", empty.Errors);
        var done = await admin.SubmitAsync(
            await admin.OpenAsync("/settings/languages"),
            [KeyValuePair.Create("code", "pl"), KeyValuePair.Create("Checker", "Ola Nowak")],
            [],
            "Mark as checked"
        );

        Assert.Contains("Ola Nowak, ", done.Text, StringComparison.Ordinal);
        var now = await PolishPhone(hearth);
        Assert.Equal("pl", LangAndDir(now).Lang);
        Assert.Empty(now.All(".hearth-unchecked"));
        Assert.NotEmpty((await hearth.Anyone().OpenAsync("/s?lang=ur")).All(".hearth-unchecked"));
        var line = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().SingleAsync(l => l.Action == "ChangeSetting" && l.Detail == "languages")
        );
        Assert.Equal("Maya Desai", line.ActorName);
    }

    [Fact]
    public async Task A_language_that_is_not_offered_is_gone_from_tenants_pages()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var admin = hearth.Staff(Role.Administrator);

        await admin.SubmitAsync(
            await admin.OpenAsync("/settings/languages"),
            [KeyValuePair.Create("code", "pl")],
            [],
            "Stop offering this language"
        );

        var page = await hearth.Anyone().OpenAsync("/s?lang=pl");
        Assert.Equal("What is your code?", page.Heading);
        Assert.DoesNotContain("Polski", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officers_pages_stay_English_whatever_was_chosen()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff(Role.EngagementOfficer);
        await officer.OpenAsync("/s?lang=ur");

        foreach (var path in new[] { "/surveys", "/staff/sign-in" })
        {
            var page = await officer.OpenAsync(path);
            Assert.Equal("en-GB", page.Document.DocumentElement.GetAttribute("lang"));
            Assert.Empty(page.All(".hearth-langs"));
        }
    }

    [Fact]
    public async Task The_file_to_translate_holds_every_phrase_and_can_be_read_again()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var admin = hearth.Staff(Role.Administrator);

        var polish = await admin.OpenAsync("/settings/languages?handler=File&code=pl");
        var blank = await admin.OpenAsync("/settings/languages?handler=New");
        var nothing = await admin.OpenAsync("/settings/languages?handler=File&code=xx");

        Assert.Contains(
            "msgctxt \"survey.code.question\"\nmsgid \"What is your code?\"\nmsgstr \"Jaki masz kod?\"\n",
            polish.Body,
            StringComparison.Ordinal
        );
        Assert.Contains("msgstr[2] \"Zostało {count} pytań.\"", polish.Body, StringComparison.Ordinal);
        Assert.Contains("msgid \"What is your code?\"\nmsgstr \"\"\n", blank.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, nothing.Status);
        var book = hearth.Services.GetRequiredService<PhraseBook>();
        Assert.Equal(book.States[0].Phrases, polish.Body.Split("msgctxt").Length - 1);
    }

    [Fact]
    public async Task A_landlords_own_file_adds_a_language_and_a_broken_one_is_named_to_the_administrator()
    {
        var folder = Directory.CreateTempSubdirectory("hearth-words");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "cy.po"),
                "msgid \"\"\nmsgstr \"\"\n\"X-Language-Name: Cymraeg\\n\"\n\nmsgctxt \"survey.code.question\"\nmsgid \"What is your code?\"\nmsgstr \"Beth yw eich cod?\"\n\nmsgctxt \"me.hello\"\nmsgid \"Hello {name}\"\nmsgstr \"<script>alert(1)</script> {nmae}\"\n",
                TestContext.Current.CancellationToken
            );
            await File.WriteAllBytesAsync(
                Path.Combine(folder.FullName, "ro.po"),
                [0x6d, 0x73, 0xff, 0x80],
                TestContext.Current.CancellationToken
            );
            await using var hearth = await HearthApp.StartAsync(
                DatabaseKind.Sqlite,
                new Dictionary<string, string?> { ["Hearth:Words"] = folder.FullName }
            );

            var page = await hearth.Anyone().OpenAsync("/s?lang=cy");
            var told = (await hearth.Staff(Role.Administrator).OpenAsync("/settings/languages")).Text;

            Assert.Equal("Beth yw eich cod?", page.Heading);
            Assert.Contains("Continue", page.Text, StringComparison.Ordinal);
            Assert.Contains("cy.po, line 9: “me.hello”: {name} is missing", told, StringComparison.Ordinal);
            Assert.Contains("ro.po: cannot be read", told, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static async Task<Page> PolishPhone(HearthApp hearth)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/s");
        request.Headers.AcceptLanguage.ParseAdd("pl-PL,pl;q=0.9,en;q=0.5");
        return await hearth.Anyone().SendAsync(request);
    }

    private static (string? Lang, string? Dir) LangAndDir(Page page) =>
        (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir"));
}
