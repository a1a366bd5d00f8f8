// The summary of approach and the questionnaire as tenants read them in Polish and Urdu: our sentences translated, what somebody wrote in English and marked so.
using System.Text.RegularExpressions;
using Hearth.DesignSystem.Public;
using Hearth.Insight.Measures.Approach;
using Hearth.Insight.Measures.Published;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Published;

public sealed partial class PublishedLanguagesTests
{
    private const string Year = "/measures/2025";

    [Theory]
    [InlineData(
        "pl",
        "a. Ile domów odpowiedziało",
        "Odpowiedziało 1 068 domów z 7 196.",
        "Odpowiedzi przyszły: przez internet (939) i pocztą (129)."
    )]
    [InlineData("ur", "a. کتنے گھروں نے جواب دیا", "7,196 میں سے 1,068 گھروں نے جواب دیا۔", "جواب یوں آئے: انٹرنیٹ پر (939)")]
    public async Task The_points_stand_in_the_reader_s_language(string language, string title, string answered, string ways)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await (await hearth.ReadyAsync()).PublishAsync();

        var page = await hearth.Anyone().OpenAsync($"{Year}/approach?lang={language}");

        var text = Plain(page.Text);
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains(answered, text, StringComparison.Ordinal);
        Assert.Contains(ways, text, StringComparison.Ordinal);
        // not one of the eleven is left in English
        Assert.DoesNotMatch(
            EnglishSentence(),
            string.Join(' ', page.All("dl.govuk-summary-list dt, dl p:not([lang])").Select(p => p.TextContent))
        );
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("ur")]
    public async Task An_officer_s_own_words_stay_in_English_and_say_so(string language)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = await hearth.ReadyAsync();
        await officer.SayAsync(("Contractors", "yes"), ("ContractorWords", "Field Research Ltd rang people"));
        await officer.WriteAsync("a", "More than a thousand homes answered.");
        await officer.PublishAsync();

        var page = await hearth.Anyone().OpenAsync($"{Year}/approach?lang={language}");

        var own = page.All("dl p[lang='en-GB'][dir=ltr]").Single(p => Page.Words(p) == "More than a thousand homes answered.");
        var note = hearth.Words(language)["approach.own"];
        Assert.Equal(note, Page.Words(own.PreviousElementSibling!));
        var helped = page.All("dl p span[lang='en-GB'][dir=ltr]").Select(Page.Words);
        Assert.Contains("Field Research Ltd rang people.", helped);
    }

    [Fact]
    public async Task In_English_the_points_read_as_the_officer_saw_them()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = await hearth.ReadyAsync();
        await officer.PublishAsync();

        var before = (await officer.OpenAsync(Frozen.Approach)).All("dl .govuk-summary-list__value > p").Select(Page.Words);
        var page = await hearth.Anyone().OpenAsync($"{Year}/approach");

        Assert.Equal(before, page.All("dl p").Select(Page.Words));
        Assert.Empty(page.All("dl [lang]"));
    }

    [Theory]
    [InlineData("The regulator’s measures changed: 2023/24 was asked under another set")]
    [InlineData("2023/24 asked every home, this year a sample")]
    [InlineData("2023/24 asked a sample, this year every home")]
    [InlineData("2023/24 was not weighted, this year is")]
    [InlineData("2023/24 was weighted, this year is not")]
    [InlineData("Answers came in other ways: by telephone 80 of 100 in 2023/24, 40 this year")]
    [InlineData("Answers came in other ways: online 8 of 100 in 2023/24, 40 this year")]
    [InlineData("The question was worded otherwise in 2023/24")]
    [InlineData("The question that is asked first was worded otherwise in 2023/24")]
    [InlineData("The question was changed on 3 October 2024, while the survey was open")]
    public void A_break_is_found_among_our_words_and_reads_the_same_in_English(string change)
    {
        var found = BreakWords.Read(change);

        Assert.NotEqual("approach.as-written", found.Key);
        Assert.Equal(change, found.In(Phrases.InEnglish));
    }

    [Fact]
    public void A_break_that_nobody_knows_stays_as_it_is_written() =>
        Assert.Equal("approach.as-written", BreakWords.Read("The moon was full").Key);

    [Theory]
    [InlineData("pl", "w roku 2023/24 pytano każdy dom, w tym roku próbę")]
    [InlineData("ur", "2023/24 میں ہر گھر سے پوچھا گیا، اس سال ایک نمونے سے")]
    public async Task A_break_stands_in_the_reader_s_language(string language, string says)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var words = BreakWords.Read("2023/24 asked every home, this year a sample").In(hearth.Words(language));

        Assert.Equal(says, Plain(words));
    }

    [Theory]
    [InlineData("pl", "po 5 dniach SMS; po 1 dniu list")]
    [InlineData("ur", "5 دن کے بعد ٹیکسٹ میسج; 1 دن کے بعد خط")]
    public async Task The_ways_of_asking_are_told_with_their_days(string language, string says)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var asked = Asked() with { Ways = "E-mail; after 5 days a text; after 1 days a letter", Ladder = ["Email", "Text", "Letter"] };

        var chain = Filling.Chain("ways", LadderWords.Of(asked)).In(hearth.Words(language)).ToString()!;

        Assert.EndsWith(says, Plain(chain), StringComparison.Ordinal);
        Assert.Equal(
            "E-mail; after 5 days a text; after 1 day a letter",
            Filling.Chain("ways", LadderWords.Of(asked)).In(Phrases.InEnglish)
        );
    }

    [Fact]
    public void What_was_published_before_sentences_were_kept_is_still_what_stands()
    {
        var old =
            """{"landlord":"Ousebridge Homes","measureSet":"tsm-2023","stocks":[{"stock":"LCRA","edition":"01a20655-1501-78dc-b582-56d4e209bd82","editionNumber":1,"editionSha256":"0","approach":[{"letter":"a","title":"How many homes answered","text":"Ten homes."}],"questionnaires":[]}],"management":[]}"""u8;

        var body = Bodies.Read(old.ToArray());

        Assert.Null(body.Stocks[0].Approach[0].Lines);
        Assert.Equal("Ten homes.", body.Stocks[0].Approach[0].Text);
    }

    private static QuestionnaireAsSent Asked() =>
        new(
            Guid.Empty,
            "How are we doing?",
            "We ask.",
            "tsm-2023",
            new(2024, 9, 23),
            new(2024, 11, 18),
            "",
            [],
            [],
            null,
            1,
            [],
            [],
            [],
            []
        );

    // without the marks that keep numbers and names in their own direction, and with plain spaces
    private static string Plain(string text) =>
        text.Replace("\u2068", "").Replace("\u2069", "").Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [GeneratedRegex(@"\b(the|homes|answered|were|was|asked|every)\b")]
    private static partial Regex EnglishSentence();
}

file static class InALanguage
{
    public static Phrases Words(this HearthApp hearth, string language) =>
        hearth.InScopeAsync(services => Task.FromResult(services.GetRequiredService<PhraseBook>().In(language))).GetAwaiter().GetResult();
}
