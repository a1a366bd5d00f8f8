// Words by key: plurals, values, tags, and files that somebody wrote wrongly.
using Hearth.DesignSystem.Languages;
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Tests.Languages;

public sealed class PhraseTests
{
    private const string Polish = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);";

    private static readonly string English = File(
        "en",
        "",
        ("hello", "Hello {name}", null, [""]),
        ("left", "One question left", "{count} questions left", ["", ""]),
        ("stop", "Stop it on <me>your own page</me>, <b>today</b>", null, [""])
    );

    [Theory]
    [InlineData(1, "Zostało jedno pytanie")]
    [InlineData(2, "Zostały 2 pytania")]
    [InlineData(5, "Zostało 5 pytań")]
    [InlineData(12, "Zostało 12 pytań")]
    [InlineData(22, "Zostały 22 pytania")]
    [InlineData(112, "Zostało 112 pytań")]
    [InlineData(0, "Zostało 0 pytań")]
    public void Polish_counts_as_Polish_does(int count, string words) =>
        Assert.Equal(words, Book(("pl", Poles())).In("pl")["left", ("count", count)]);

    [Theory]
    // By Unicode's table of plural rules, not by ours.
    [InlineData(
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        "0:0 1:1 2:2 3:3 10:3 11:4 99:4 100:5 103:3"
    )]
    [InlineData("nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);", "1:0 0:1 2:1 19:1 20:2 101:1 119:1 120:2")]
    [InlineData("nplurals=1; plural=0;", "0:0 1:0 7:0")]
    [InlineData("nplurals=2; plural=(n > 1);", "0:0 1:0 2:1")]
    public void A_rule_from_a_file_chooses_the_form(string line, string expected)
    {
        var rule = PluralRule.Read(line, out var why)!;
        Assert.Null(why);
        Assert.Equal(
            expected,
            string.Join(' ', expected.Split(' ').Select(pair => long.Parse(pair.Split(':')[0])).Select(n => $"{n}:{rule.For(n)}"))
        );
    }

    [Theory]
    [InlineData("nplurals=2; plural=(n;")]
    [InlineData("nplurals=2; plural=system(1);")]
    [InlineData("nplurals=200; plural=n;")]
    [InlineData("plural=n != 1;")]
    [InlineData("nplurals=2; plural=n ? 1;")]
    [InlineData("")]
    public void A_rule_that_cannot_be_read_is_refused_in_words(string line)
    {
        Assert.Null(PluralRule.Read(line, out var why));
        Assert.Contains("Plural-Forms", why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_a_thousand_brackets_is_refused() =>
        Assert.Null(PluralRule.Read($"nplurals=2; plural={new string('(', 900)}n", out _));

    [Fact]
    public void A_rule_that_divides_by_nought_breaks_nothing() =>
        Assert.Equal(0, PluralRule.Read("nplurals=2; plural=n%0;", out _)!.For(3));

    [Fact]
    public void What_a_person_typed_is_never_markup()
    {
        var words = Book().In("en");
        var html = Html(words.Html("hello", ("name", "<b>Bob</b> {name} <me>&")));
        Assert.Equal("Hello &lt;b&gt;Bob&lt;/b&gt; {name} &lt;me&gt;&amp;", html);
    }

    [Fact]
    public void A_link_and_bold_stand_where_the_words_put_them()
    {
        var html = Html(Book().In("en").Html("stop", ("me", new Link("/me?a=1&b=2"))));
        Assert.Equal("""Stop it on <a class="govuk-link" href="/me?a=1&amp;b=2">your own page</a>, <b>today</b>""", html);
    }

    [Fact]
    public void Markup_in_a_translation_is_shown_and_not_run()
    {
        var book = Book(("pl", File("pl", "", ("hello", "Hello {name}", null, ["<script>alert(1)</script> {name} <img onerror=x>"]))));
        // the tag differs from the English, so the English stands there
        Assert.Equal("Hello Ola", book.In("pl")["hello", ("name", "Ola")]);
        var later = Book(("pl", File("pl", "", ("hello", "Hello {name}", null, ["<img src=x onerror=alert(1)> {name}"]))));
        Assert.Equal("&lt;img src=x onerror=alert(1)&gt; Ola", Html(later.In("pl").Html("hello", ("name", "Ola"))));
    }

    [Fact]
    public void A_name_keeps_its_own_direction_in_Urdu()
    {
        var book = Book(("ur", File("ur", "", ("hello", "Hello {name}", null, ["سلام {name}"]))));
        Assert.True(book.Find("ur")!.RightToLeft);
        Assert.Equal("سلام \u2068Bob\u2069", book.In("ur")["hello", ("name", "Bob")]);
    }

    [Fact]
    public void A_phrase_without_a_translation_is_English_and_a_key_without_English_is_a_bug()
    {
        var book = Book(("pl", File("pl", "", ("hello", "Hello {name}", null, [""]))));
        Assert.Equal("Hello Ola", book.In("pl")["hello", ("name", "Ola")]);
        Assert.Contains("hello", book.States[1].Missing);
        Assert.Throws<KeyNotFoundException>(() => book.In("pl")["nowhere"]);
    }

    [Theory]
    [InlineData("Cześć", "{name} is missing")]
    [InlineData("Cześć {name} {imie}", "{imie} is not in the English")]
    [InlineData("Cześć <b>{name}</b>", "the tags in angle brackets differ")]
    public void A_translation_that_differs_in_its_values_is_not_used_and_is_named(string polish, string why)
    {
        var book = Book(("pl", File("pl", "", ("hello", "Hello {name}", null, [polish]))));
        Assert.Equal("Hello Ola", book.In("pl")["hello", ("name", "Ola")]);
        Assert.Contains(why, Assert.Single(book.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_plural_forms_are_named()
    {
        var book = Book(("pl", File("pl", Polish, ("left", "One question left", "{count} questions left", ["a {count}", "b {count}"]))));
        Assert.Contains("3 forms are needed, 2 stand there", Assert.Single(book.Problems), StringComparison.Ordinal);
        Assert.Equal("5 questions left", book.In("pl")["left", ("count", 5)]);
    }

    [Fact]
    public void English_that_changed_since_is_noticed_and_the_translation_still_used()
    {
        var book = Book(("pl", File("pl", "", ("hello", "Good day {name}", null, ["Cześć {name}"]))));
        Assert.Equal("Cześć Ola", book.In("pl")["hello", ("name", "Ola")]);
        Assert.Equal(["hello"], book.States[1].Outdated);
    }

    [Fact]
    public void A_landlords_file_wins_over_ours_entry_by_entry_and_adds_languages()
    {
        var book = new PhraseBook(
            [
                new("X/en.po", true, English),
                new("X/pl.po", true, Poles()),
                new("pl.po", false, File("pl", "", ("hello", "Hello {name}", null, ["Witaj {name}"]))),
                new("en.po", false, File("en", "", ("hello", "Hello {name}", null, ["Ey up {name}"]))),
                new("cy.po", false, File("cy", "", ("hello", "Hello {name}", null, ["Helo {name}"]))),
            ],
            []
        );
        Assert.Equal("Witaj Ola", book.In("pl")["hello", ("name", "Ola")]);
        Assert.Equal("Zostało jedno pytanie", book.In("pl")["left", ("count", 1)]);
        Assert.Equal("Ey up Ola", book.In("en")["hello", ("name", "Ola")]);
        Assert.Equal("Helo Ola", book.In("cy-GB")["hello", ("name", "Ola")]);
        Assert.Equal("Ey up Ola", book.In("xx")["hello", ("name", "Ola")]);
        Assert.Equal("Cymraeg", book.Find("cy")!.Name);
        Assert.Empty(book.Problems);
    }

    [Fact]
    public void Whoever_checked_a_file_is_named_at_its_head()
    {
        var unsaid = Book(("pl", Poles()));
        var said = Book(("pl", Poles().Replace("X-Checked-By: ", "X-Checked-By: Ola Nowak", StringComparison.Ordinal)));
        Assert.Equal(2, unsaid.States[1].Unchecked.Count);
        Assert.Empty(said.States[1].Unchecked);
    }

    [Theory]
    [InlineData("msgctxt \"a\nmsgid \"b\"", "line 1: words must stand between two quotation marks")]
    [InlineData("hello world", "line 1: “hello” is not known")]
    [InlineData("msgid \"x\"\nmsgstr \"y\"", "line 1: the entry has no key (msgctxt)")]
    public void A_file_that_is_no_such_file_is_told_by_its_line(string text, string problem) =>
        Assert.Contains(problem, PoFile.Read(text).Problems);

    [Fact]
    public void Words_over_several_lines_and_with_marks_are_read_whole()
    {
        var entry = Assert.Single(PoFile.Read("msgctxt \"k\"\nmsgid \"\"\n\"one \"\n\"two\"\nmsgstr \"a \\\"b\\\"\\nc\\\\\"\n").Entries);
        Assert.Equal("one two", entry.English);
        Assert.Equal("a \"b\"\nc\\", entry.Texts[0]);
    }

    [Fact]
    public void Days_and_numbers_are_written_as_the_language_writes_them()
    {
        var book = Book(("pl", Poles()));
        var day = new DateOnly(2026, 12, 18);
        Assert.Equal("Friday 18 December", book.In("en").Weekday(day));
        Assert.Equal("piątek 18 grudnia", book.In("pl").Weekday(day));
        Assert.Equal("3,412", book.In("en").Number(3412));
        Assert.Equal("18 grudnia 2026", book.In("pl").Day(day));
    }

    private static string Poles() =>
        File(
            "pl",
            Polish,
            ("hello", "Hello {name}", null, ["Cześć {name}"]),
            (
                "left",
                "One question left",
                "{count} questions left",
                ["Zostało jedno pytanie", "Zostały {count} pytania", "Zostało {count} pytań"]
            )
        );

    private static PhraseBook Book(params (string Code, string Text)[] others) =>
        new([new("X/en.po", true, English), .. others.Select(o => new WordFile($"X/{o.Code}.po", true, o.Text))], []);

    private static string File(string code, string plural, params (string Key, string English, string? Many, string[] Texts)[] entries)
    {
        var head =
            $"msgid \"\"\nmsgstr \"\"\n\"Language: {code}\\n\"\n\"X-Checked-By: \\n\"\n"
            + (plural.Length > 0 ? $"\"Plural-Forms: {plural}\\n\"\n" : "");
        var body = entries.Select(e =>
            $"msgctxt \"{e.Key}\"\nmsgid \"{e.English}\"\n"
            + (
                e.Many is null
                    ? $"msgstr \"{e.Texts[0]}\"\n"
                    : $"msgid_plural \"{e.Many}\"\n" + string.Concat(e.Texts.Select((t, i) => $"msgstr[{i}] \"{t}\"\n"))
            )
        );
        return head + "\n" + string.Join('\n', body);
    }

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
