// Invitations and reminders in the language on record, and what an officer sees of them before they go.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking.RemindPeople;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking;

public sealed class InvitationLanguageTests
{
    [Theory, BothDatabases]
    public async Task Everybody_is_asked_in_the_language_on_record_and_the_landlords_own_words_stay_as_typed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind, new Dictionary<string, string?> { ["Landlord:Phone"] = "01632 960 140" });
        await hearth.MoveInAsync(
            new NewTenant
            {
                Email = "ayesha@tenant.example",
                Language = "ur",
                GivenName = "Ayesha",
                FamilyName = "Khan",
            },
            new NewTenant { Phone = "+447700900002", Language = "pl" },
            new NewTenant { Language = "pl" },
            new NewTenant { Email = "sam@tenant.example" }
        );
        await hearth.OpenAsync(await hearth.DraftAsync());

        var messages = await hearth.MessagesAsync();

        var urdu = messages.Single(m => m.ToAddress == "ayesha@tenant.example").Body;
        Assert.StartsWith("محترم", urdu, StringComparison.Ordinal);
        Assert.Contains("آگے ہماری بات انگریزی میں ہے", urdu, StringComparison.Ordinal);
        Assert.Contains("\n\nWe want to know how warm your home is.\n\n", urdu, StringComparison.Ordinal);
        Assert.Contains("جمعہ 18 دسمبر", urdu, StringComparison.Ordinal);
        var text = messages.Single(m => m.Channel == "Text").Body;
        Assert.Contains(
            "How warm is your home? Odpowiedz do 18 grudnia: https://tell.ousebridge.example/s/",
            text,
            StringComparison.Ordinal
        );
        var letter = messages.Single(m => m.Channel == "Letter").Body;
        Assert.Contains("Twoje odpowiedzi nie zmieniają czynszu", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Dzień dobry", letter, StringComparison.Ordinal);
        Assert.Contains("Answer here: ", messages.Single(m => m.ToAddress == "sam@tenant.example").Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_title_and_an_introduction_go_translated_unless_the_translation_is_out_of_date(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            new NewTenant { Email = "ayesha@tenant.example", Language = "ur" },
            new NewTenant { Email = "kasia@tenant.example", Language = "pl" }
        );
        var id = await hearth.DraftAsync();
        await hearth.InScopeAsync(async services =>
        {
            var (db, write) = (services.GetRequiredService<HearthDb>(), services.GetRequiredService<Translations>());
            var survey = await db.Set<Survey>().SingleAsync();
            foreach (
                var (language, title, introduction) in new[]
                {
                    ("ur", "آپ کا گھر کتنا گرم ہے؟", "ہم جاننا چاہتے ہیں۔"),
                    ("pl", "Czy masz ciepło?", "Chcemy wiedzieć."),
                }
            )
            {
                Assert.Empty(await write.AddLanguageAsync(survey, language, default));
                var was = language == "pl" ? "We wanted to know something else." : survey.Introduction;
                Assert.False(
                    (
                        await write.WriteAsync(
                            survey,
                            language,
                            [(new(Parts.Title, "", survey.Title), title), (new(Parts.Introduction, "", was), introduction)],
                            isChecked: true,
                            default
                        )
                    ).Refused
                );
            }
        });

        await hearth.OpenAsync(id);

        var messages = await hearth.MessagesAsync();
        var urdu = messages.Single(m => m.ToAddress == "ayesha@tenant.example");
        Assert.Equal("آپ کا گھر کتنا گرم ہے؟", urdu.Subject);
        Assert.Contains("ہم جاننا چاہتے ہیں۔", urdu.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("آگے ہماری بات انگریزی میں ہے", urdu.Body, StringComparison.Ordinal);
        // the English of its introduction has changed since
        var polish = messages.Single(m => m.ToAddress == "kasia@tenant.example");
        Assert.Equal("Czy masz ciepło?", polish.Subject);
        Assert.DoesNotContain("Chcemy wiedzieć.", polish.Body, StringComparison.Ordinal);
        Assert.Contains("po angielsku.\n\nWe want to know how warm your home is.", polish.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_officer_reads_each_language_with_how_many_it_goes_to_and_what_a_text_is_paid_for(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            new NewTenant { Phone = "+447700900002", Language = "ur" },
            new NewTenant { Email = "ion@tenant.example", Language = "ro" },
            new NewTenant { Email = "sam@tenant.example" }
        );
        var survey = await hearth.DraftAsync();

        var page = await hearth.Staff().OpenAsync($"/surveys/{survey}/open/check");

        Assert.Contains("Read the first message to those who speak Urdu: 1 household", page.Text, StringComparison.Ordinal);
        // more than 70 units, not more than twice 67
        Assert.Matches(@"a text of 1[0-3]\d characters\. It is paid for as 2 texts\.", page.Text);
        Assert.Contains("there are no words in Romanian here", page.Text, StringComparison.Ordinal);
        Assert.Single(page.All("details div[dir=rtl][lang=ur]"));
    }

    [Theory, BothDatabases]
    public async Task A_reminder_is_in_their_language_too_and_its_page_opens_in_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant { Email = "ayesha@tenant.example", Language = "ur" });
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.InScopeAsync(services =>
            services.GetRequiredService<HearthDb>().Database.ExecuteSqlAsync($"UPDATE messaging_message SET \"Status\" = 'Sent'")
        );
        hearth.Clock.Forward(TimeSpan.FromDays(8));
        await hearth.InScopeAsync(services => services.GetRequiredService<RemindPeople>().RunAsync(survey));

        var reminder = (await hearth.MessagesAsync()).Single(m => m.Key.Contains("/remind/", StringComparison.Ordinal));
        Assert.StartsWith("ابھی وقت ہے", reminder.Subject, StringComparison.Ordinal);
        var link = reminder.Body[reminder.Body.IndexOf("/s/", StringComparison.Ordinal)..].Split('\n')[0];
        var page = await hearth.Anyone().OpenAsync(link);
        Assert.Equal(
            ("ur", "rtl"),
            (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir"))
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_written_in_Urdu_is_read_as_written_with_the_language_it_came_from(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            new NewTenant { Email = "ayesha@tenant.example", Language = "ur" },
            new NewTenant { Email = "sam@tenant.example" }
        );
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        foreach (var (words, invitation) in new[] { "میرا گھر ٹھنڈا ہے", "It is cold" }.Zip(await hearth.InvitationsAsync(survey)))
        {
            var phone = hearth.Anyone();
            var page = await phone.SubmitAsync(await phone.OpenAsync($"/s/{invitation.Code}/q1"), new { Answer = words });
            await phone.SubmitAsync(page);
        }

        var read = await hearth.Staff().OpenAsync($"/surveys/{survey}/comments");

        Assert.Contains("میرا گھر ٹھنڈا ہے", read.Text, StringComparison.Ordinal);
        Assert.Equal(["They read the survey in Urdu."], read.All(".hearth-read .hearth-foot-note").Select(Page.Words));
        Assert.All(read.All(".hearth-read textarea"), words => Assert.Equal("auto", words.GetAttribute("dir")));
    }
}
