// An answer in the languages of those who spoke: side by side for officers, whole or not at all for everybody else, and in what they are sent.
using System.Net;
using AngleSharp.Dom;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Tests.AskBack;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests.Translations;

public sealed class AnswersInLanguagesTests
{
    private const string Said = "Czekam cały dzień i nikt nie przychodzi.";
    private const string What = "Dostajesz teraz SMS, gdy ekipa wyrusza.";
    private const string Unchecked = "Nikt jeszcze nie sprawdził tego tłumaczenia naszej odpowiedzi.";

    private static readonly (string Part, string Text)[] Polish = [("title", "SMS, gdy wyrusza ekipa"), ("said", Said), ("what", What)];

    private static readonly (string Part, string Text)[] Urdu =
    [
        ("title", "مرمت والے نکلیں تو پیغام"),
        ("said", "میں سارا دن انتظار کرتا ہوں اور کوئی نہیں آتا۔"),
        ("what", "اب مرمت والے نکلیں تو آپ کو پیغام ملتا ہے۔"),
    ];

    [Theory, BothDatabases]
    public async Task Every_page_that_shows_an_answer_shows_it_in_the_language_of_the_page_and_says_that_nobody_has_checked_it(
        DatabaseKind kind
    )
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();
        var saved = await SaveAsync(officer, reply, "pl", Polish);
        Assert.Contains("3 texts are saved.", saved.Text, StringComparison.Ordinal);

        foreach (var path in new[] { "/what-changed?lang=pl", "/what-changed/1?lang=pl", "/?lang=pl" })
        {
            var page = await hearth.Anyone().OpenAsync(path);
            var quote = page.All("article.hearth-said blockquote").Single();
            Assert.Equal(($"“{Said}”", "pl"), (Page.Words(quote), LanguageOf(quote)));
            var what = page.All("article.hearth-said p").Single(p => Page.Words(p) == What);
            Assert.Equal("pl", LanguageOf(what));
            Assert.Contains(Unchecked, page.Text, StringComparison.Ordinal);
        }
        var story = await hearth.Anyone().OpenAsync("/what-changed/1?lang=pl");
        Assert.Equal("SMS, gdy wyrusza ekipa", story.Heading);
        // the English is one press away, and says that it is English
        var english = story.All("article.hearth-said details [lang=en-GB]").Single();
        Assert.Contains("You now get a text when the repairs team sets off.", Page.Words(english), StringComparison.Ordinal);
        Assert.Equal("ltr", english.GetAttribute("dir"));

        var mine = await hearth.Tenant(people[0].PersonId).OpenAsync("/me?lang=pl");
        var link = mine.All("a[href='/what-changed/1']").Single();
        Assert.Equal(("SMS, gdy wyrusza ekipa", "pl"), (Page.Words(link), LanguageOf(link)));

        // in English nothing has changed, and found it is in either language
        Assert.DoesNotContain(Said, (await hearth.Anyone().OpenAsync("/what-changed")).Body, StringComparison.Ordinal);
        Assert.Single((await hearth.Anyone().OpenAsync("/what-changed?lang=pl&q=EKIPA")).All("article.hearth-said"));
        Assert.Single((await hearth.Anyone().OpenAsync("/what-changed?lang=pl&q=repairs")).All("article.hearth-said"));
        Assert.Empty((await hearth.Anyone().OpenAsync("/what-changed?q=ekipa")).All("article.hearth-said"));
    }

    [Theory, BothDatabases]
    public async Task In_Urdu_the_answer_runs_with_its_page_and_where_it_is_missing_the_English_says_that_it_is_English(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();

        // two of three texts: whole or not at all
        await SaveAsync(officer, reply, "ur", Urdu[..2]);
        foreach (var path in new[] { "/what-changed?lang=ur", "/what-changed/1?lang=ur", "/?lang=ur" })
        {
            var page = await hearth.Anyone().OpenAsync(path);
            var quote = page.All("article.hearth-said blockquote").Single();
            Assert.Equal("“I wait in all day for a repair and nobody comes.”", Page.Words(quote));
            Assert.Equal(("en-GB", "ltr"), (quote.GetAttribute("lang"), quote.GetAttribute("dir")));
        }
        Assert.Contains(
            "یہ جواب ابھی آپ کی زبان میں نہیں ہے",
            (await hearth.Anyone().OpenAsync("/what-changed/1?lang=ur")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("1 of 3 texts missing", (await officer.OpenAsync($"/feedback/{reply}/languages")).Text, StringComparison.Ordinal);

        await SaveAsync(officer, reply, "ur", Urdu);
        var story = await hearth.Anyone().OpenAsync("/what-changed/1?lang=ur");
        var said = story.All("article.hearth-said blockquote").Single();
        Assert.Equal($"“{Urdu[1].Text}”", Page.Words(said));
        Assert.Equal("ur", LanguageOf(said));
        Assert.Equal("rtl", said.Closest("[dir]")!.GetAttribute("dir"));
        // an officer looks at it on an English page
        var preview = await officer.OpenAsync($"/feedback/{reply}/preview?in=ur");
        said = preview.All("article.hearth-said blockquote").Single();
        Assert.Equal(("ur", "rtl"), (said.GetAttribute("lang"), said.GetAttribute("dir")));
        Assert.Contains("Nobody has checked this translation.", preview.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Side_by_side_stand_what_is_missing_what_is_out_of_date_who_checked_it_and_how_many_read_it(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync([
            .. World.FourWays.Zip(["pl", "pl-PL", "so", "en-GB"], (tenant, language) => tenant with { Language = language }),
            new NewTenant
            {
                Email = "not@tenant.example",
                Language = "pl",
                Refuses = [MessageKind.Feedback],
            },
        ]);
        var reply = await hearth.DraftAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();

        Assert.Equal(
            ["Polish Polski 2 Not translated", "Urdu اردو 0 Not translated", "Somali 1 Not a language of your pages"],
            await RowsAsync(officer, reply)
        );
        await SaveAsync(officer, reply, "pl", Polish);
        Assert.Equal("Polish Polski 2 Not checked", (await RowsAsync(officer, reply))[0]);
        await SaveAsync(officer, reply, "pl", [], isChecked: true);
        Assert.Equal("Polish Polski 2 Checked by Maya Desai", (await RowsAsync(officer, reply))[0]);

        await officer.SubmitAsync(
            await officer.OpenAsync($"/feedback/{reply}/edit"),
            new Dictionary<string, string> { ["Form.Said"] = "I wait in all day and nobody comes." },
            "Save and see how it reads"
        );
        Assert.Equal("Polish Polski 2 The English has changed", (await RowsAsync(officer, reply))[0]);
        var side = await officer.OpenAsync($"/feedback/{reply}/languages/pl");
        Assert.Contains("The English has changed", Page.Words(side.All("#row-said").Single()), StringComparison.Ordinal);
        Assert.Contains("Checked by Maya Desai", Page.Words(side.All("#row-what").Single()), StringComparison.Ordinal);
        Assert.Equal(Said, side.All("textarea[lang=pl][dir=ltr]")[1].TextContent.Trim());

        // looked at and saved as it was: still made from other words; said to hold: it holds
        await SaveAsync(officer, reply, "pl", []);
        Assert.EndsWith("The English has changed", (await RowsAsync(officer, reply))[0], StringComparison.Ordinal);
        await SaveAsync(officer, reply, "pl", [], isChecked: true);
        Assert.EndsWith("Checked by Maya Desai", (await RowsAsync(officer, reply))[0], StringComparison.Ordinal);
        Assert.Contains(
            "PolishChecked by Maya Desai",
            Page.Words((await officer.OpenAsync($"/feedback/{reply}")).All("[aria-labelledby=languages]").Single()),
            StringComparison.Ordinal
        );
        var audit = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Set<AuditLine>()
                .Where(l => l.Action == "TranslateReply")
                .OrderBy(l => l.Id)
                .Select(l => l.Detail)
                .ToListAsync()
        );
        Assert.Equal(["pl: 3 texts", "pl: 3 texts, checked", "pl: 1 text, checked"], audit);
    }

    [Theory, BothDatabases]
    public async Task Publishing_warns_of_languages_that_the_answer_is_not_in_and_publishes_all_the_same(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(
            World.FourWays.Zip(["pl", "ur", "so", "en-GB"], (tenant, language) => tenant with { Language = language })
        );
        var reply = await hearth.DraftAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();
        await SaveAsync(officer, reply, "pl", Polish);

        var check = await officer.OpenAsync($"/feedback/{reply}/publish");
        var warned = Page.Words(check.All("[aria-labelledby=languages]").Single());
        Assert.Contains("Urdu: 1 person. Not translated.", warned, StringComparison.Ordinal);
        Assert.Contains("Somali: 1 person. Your pages and messages are not in this language", warned, StringComparison.Ordinal);
        Assert.DoesNotContain("Polish", warned, StringComparison.Ordinal);

        await officer.SubmitAsync(check, button: "Publish and tell 4 people");
        Assert.Equal(4, (await hearth.MessagesAsync()).Count);

        var next = await hearth.DraftAsync(await hearth.ActivityAsync(people.Take(1), "Heating survey"));
        await SaveAsync(officer, next, "pl", Polish);
        Assert.Empty((await officer.OpenAsync($"/feedback/{next}/publish")).All("[aria-labelledby=languages]"));
    }

    [Theory, BothDatabases]
    public async Task Those_who_spoke_get_the_answer_in_their_language_with_the_English_below_where_nobody_has_checked_it(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(
            World.FourWays.Zip(["pl", "ur", "pl", "pl"], (tenant, language) => tenant with { Language = language })
        );
        var reply = await hearth.DraftAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();
        await SaveAsync(officer, reply, "pl", Polish);
        await SaveAsync(officer, reply, "ur", Urdu);
        await hearth.PublishAsync(reply);

        var messages = await hearth.MessagesAsync();
        foreach (var own in messages.Where(m => m.Channel is Channel.Email or Channel.Letter))
        {
            Assert.Contains("SMS, gdy wyrusza ekipa", own.Subject, StringComparison.Ordinal);
            Assert.Contains(Said, own.Body, StringComparison.Ordinal);
            Assert.Contains(What, own.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("You now get", own.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("po angielsku.\n\nYou", own.Body, StringComparison.Ordinal);
            Assert.Contains(
                "Nikt jeszcze nie sprawdził tego tłumaczenia. Poniżej jest to samo po angielsku.",
                own.Body,
                StringComparison.Ordinal
            );
            Assert.Equal("pl", own.Language);
            Assert.Contains("\"SentToo\":true", own.English, StringComparison.Ordinal);
            Assert.Contains("You now get a text when the repairs team sets off.", own.English, StringComparison.Ordinal);
        }
        var text = messages.Single(m => m.Channel == Channel.Text).Body;
        Assert.Contains(Urdu[2].Text, text, StringComparison.Ordinal);
        Assert.DoesNotContain("repairs team", text, StringComparison.Ordinal);
        Assert.InRange(TextParts.Of(text).Parts, 2, 4);
        // a colleague reads this out
        Assert.Contains("We did: You now get a text", messages.Single(m => m.Channel == Channel.Telephone).Body, StringComparison.Ordinal);

        // the e-mail came back: the letter instead is in their language too
        await hearth.EndAsync(messages.Single(m => m.Channel == Channel.Email), MessageStatus.Failed);
        Assert.Contains(
            await hearth.MessagesAsync(),
            m => m.PersonId == people[0].PersonId && m.Channel == Channel.Text && m.Body.Contains(What, StringComparison.Ordinal)
        );
    }

    [Theory, BothDatabases]
    public async Task A_no_is_translated_with_its_reason_what_instead_and_who_decided(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays[0] with { Language = "pl" });
        var reply = await hearth.DraftAsync(
            await hearth.ActivityAsync(people),
            form =>
            {
                form.Kind = ReplyKind.WeCant;
                form.Reason = "It costs too much.";
                form.Instead = "Two caretakers visit twice a week.";
                form.DecidedBy = "Helen Okafor, head of housing";
                form.DecidedOn = new()
                {
                    Day = "21",
                    Month = "10",
                    Year = "2026",
                };
            }
        );
        await SaveAsync(
            hearth.Staff(),
            reply,
            "pl",
            [
                ("title", "Dozorca"),
                ("said", "Przywróćcie dozorców."),
                ("reason", "To za drogo."),
                ("instead", "Dwóch dozorców przychodzi dwa razy w tygodniu."),
                ("decided-by", "Helen Okafor, kierowniczka"),
            ]
        );
        await hearth.PublishAsync(reply);

        var body = Assert.Single(await hearth.MessagesAsync()).Body;
        var page = (await hearth.Anyone().OpenAsync("/what-changed/1?lang=pl")).All("article.hearth-said .hearth-said__we").Single();
        foreach (var words in new[] { "To za drogo.", "Dwóch dozorców przychodzi dwa razy w tygodniu.", "Helen Okafor, kierowniczka" })
        {
            Assert.Contains(words, body, StringComparison.Ordinal);
            Assert.Contains(words, Page.Words(page), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("What we do instead", body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_correction_makes_translations_out_of_date_and_what_was_sent_stays_as_it_was(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays.Select(tenant => tenant with { Language = "pl" }));
        var reply = await hearth.DraftAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();
        await SaveAsync(officer, reply, "pl", Polish, isChecked: true);
        await hearth.PublishAsync(reply);
        var sent = await hearth.MessagesAsync();
        Assert.DoesNotContain(Unchecked, (await hearth.Anyone().OpenAsync("/what-changed/1?lang=pl")).Text, StringComparison.Ordinal);

        await officer.SubmitAsync(
            await officer.OpenAsync($"/feedback/{reply}/correct"),
            new { Words = "It started on 8 September, not 1 September." }
        );

        var quote = (await hearth.Anyone().OpenAsync("/what-changed?lang=pl")).All("article.hearth-said blockquote").Single();
        Assert.Equal("en-GB", quote.GetAttribute("lang"));
        Assert.Equal(sent.Select(m => (m.Id, m.Body)), (await hearth.MessagesAsync()).Select(m => (m.Id, m.Body)));
        Assert.Equal("Polish Polski 4 Corrected since", (await RowsAsync(officer, reply))[0]);
        // who is reached later gets the English, with the words around it in theirs
        await hearth.EndAsync(sent.Single(m => m.Channel == Channel.Email), MessageStatus.Failed);
        var late = (await hearth.MessagesAsync()).Single(m => m.PersonId == people[0].PersonId && m.Channel == Channel.Text);
        Assert.Contains("You now get a text", late.Body, StringComparison.Ordinal);

        var part = (await officer.OpenAsync($"/feedback/{reply}/languages/pl")).All("textarea").Last().GetAttribute("name")![
            "Text[".Length..^1
        ];
        await SaveAsync(officer, reply, "pl", [(part, "Zaczęło się 8 września, nie 1 września.")]);
        var story = await hearth.Anyone().OpenAsync("/what-changed/1?lang=pl");
        Assert.Contains("Zaczęło się 8 września, nie 1 września.", story.Text, StringComparison.Ordinal);
        Assert.Contains(Said, story.Text, StringComparison.Ordinal);
        // three of four were checked: not all of it
        Assert.Contains(Unchecked, story.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whether_it_was_done_is_asked_with_the_answer_in_their_language(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays.Take(2).Select(tenant => tenant with { Language = "pl" }));
        var reply = await hearth.ToldAsync(people);
        await SaveAsync(hearth.Staff(), reply, "pl", Polish);
        await hearth.AskFourWeeksLaterAsync();

        var asked = await hearth.QuestionsAsync();
        var email = asked.Single(m => m.Channel == Channel.Email);
        Assert.Contains("SMS, gdy wyrusza ekipa", email.Subject, StringComparison.Ordinal);
        Assert.Contains(Said, email.Body, StringComparison.Ordinal);
        Assert.Contains(What, email.Body, StringComparison.Ordinal);
        Assert.Contains("Czekam cały dzień", asked.Single(m => m.Channel == Channel.Text).Body, StringComparison.Ordinal);
        var page = await hearth.Anyone().OpenAsync($"/was-it-done/{await hearth.CodeOfAsync(people[0].PersonId)}");
        var quote = page.All("blockquote").Single();
        Assert.Equal(($"“{Said}”", "pl"), (Page.Words(quote), LanguageOf(quote)));
        Assert.Contains(Unchecked, page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_translation_that_is_hostile_or_too_long_is_refused_or_stays_words(DatabaseKind kind)
    {
        const string script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();

        foreach (var code in new[] { "xx", "en", "pl-PL", "PL", "..%2F..", "%3Cscript%3E" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/feedback/{reply}/languages/{code}")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/feedback/{Guid.CreateVersion7()}/languages/pl")).Status);
        foreach (var path in new[] { $"/feedback/{reply}/languages", $"/feedback/{reply}/languages/pl" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await hearth.Staff(Role.Councillor).OpenAsync(path)).Status);
        }

        var long801 = new string('ż', 801);
        var refused = await SaveAsync(officer, reply, "pl", [("title", "SMS"), ("said", long801)]);
        Assert.Equal(["You said: the translation must be 800 characters or fewer"], refused.Errors);
        Assert.Equal(long801, refused.All("textarea[name='Text[said]']").Single().TextContent.Trim());
        Assert.Equal("SMS", refused.All("textarea[name='Text[title]']").Single().TextContent.Trim());
        Assert.Empty(await TextsAsync(hearth));

        // a part that is not there is left out; signs that turn the direction, and those that no one sees, are taken out; a name is one line
        await SaveAsync(
            officer,
            reply,
            "pl",
            [("title", "SMS\r\nBcc: x\u202E"), ("said", script), ("what", "\u2067Tak\u0007."), ("nothing", "Nic"), ("reason", "Nic")]
        );
        Assert.Equal([$"said={script}", "title=SMS Bcc: x", "what=Tak."], await TextsAsync(hearth));
        foreach (var path in new[] { "/what-changed?lang=pl", "/what-changed/1?lang=pl", "/?lang=pl" })
        {
            var page = await hearth.Anyone().OpenAsync(path);
            Assert.Contains("alert(1)", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.All("main img[onerror], main script"));
        }
        // emptied, it is gone
        await SaveAsync(officer, reply, "pl", [("what", " ")]);
        Assert.Equal(2, (await TextsAsync(hearth)).Count);
    }

    [Theory, BothDatabases]
    public async Task English_that_changes_while_its_translation_is_typed_is_said_and_the_rest_is_saved(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.DraftAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();
        var open = await officer.OpenAsync($"/feedback/{reply}/languages/pl");
        await officer.SubmitAsync(
            await officer.OpenAsync($"/feedback/{reply}/edit"),
            new Dictionary<string, string> { ["Form.Said"] = "I wait in all day and nobody comes." },
            "Save and see how it reads"
        );

        var told = await officer.SubmitAsync(open, Fields(Polish, isChecked: false), [], "Save");

        Assert.Equal(["The English of ‘You said’ changed while you had this open. Look at the translation again"], told.Errors);
        Assert.Equal(Said, told.All("textarea[name='Text[said]']").Single().TextContent.Trim());
        Assert.Contains("I wait in all day and nobody comes.", told.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await TextsAsync(hearth)).Count);
        await officer.SubmitAsync(told, [], [], "Save");
        Assert.Equal(3, (await TextsAsync(hearth)).Count);
    }

    [Theory, BothDatabases]
    public async Task Six_officers_who_save_the_same_translation_at_once_keep_each_text_once(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));

        var saved = await Task.WhenAll(
            Enumerable
                .Range(1, 6)
                .Select(i => SaveAsync(hearth.Staff(name: $"Officer {i}"), reply, "pl", [.. Polish, ("what", $"Wersja {i}.")]))
        );

        Assert.All(saved, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Contains(saved, page => page.Errors.Count == 0);
        Assert.Equal(["said", "title", "what"], (await TextsAsync(hearth)).Select(text => text.Split('=')[0]));
    }

    private static async Task<Page> SaveAsync(
        Browser officer,
        Guid reply,
        string code,
        IReadOnlyCollection<(string Part, string Text)> texts,
        bool isChecked = false
    ) => await officer.SubmitAsync(await officer.OpenAsync($"/feedback/{reply}/languages/{code}"), Fields(texts, isChecked), [], "Save");

    private static List<KeyValuePair<string, string>> Fields(IReadOnlyCollection<(string Part, string Text)> texts, bool isChecked)
    {
        var fields = texts.Reverse().DistinctBy(t => t.Part).Select(t => KeyValuePair.Create($"Text[{t.Part}]", t.Text)).ToList();
        if (isChecked)
        {
            fields.Add(KeyValuePair.Create("IsChecked", "true"));
        }
        return fields;
    }

    /// <summary>“Polish Polski 2 Not translated”, without what can be done.</summary>
    private static async Task<List<string>> RowsAsync(Browser officer, Guid reply) =>
        [
            .. (await officer.OpenAsync($"/feedback/{reply}/languages"))
                .All("main tbody tr")
                .Select(row => string.Join(' ', row.Children.Take(3).Select(Page.Words))),
        ];

    private static Task<List<string>> TextsAsync(HearthApp hearth) =>
        hearth.InScopeAsync(async s =>
            (await s.GetRequiredService<HearthDb>().Set<ReplyTranslation>().AsNoTracking().ToListAsync())
                .Select(text => $"{text.Part}={text.Text}")
                .Order(StringComparer.Ordinal)
                .ToList()
        );

    private static string? LanguageOf(IElement element) => element.Closest("[lang]")?.GetAttribute("lang");
}
