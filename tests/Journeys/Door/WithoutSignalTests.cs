// The page for the doors in a real browser, with the network really cut: reload, restart, wrong numbers, lost replies, a survey that closes meanwhile.
using Hearth.Journeys.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Door;

public sealed class WithoutSignalTests(Chromium chromium)
{
    private const string Pin = Stand.Pin;

    [Fact]
    public async Task A_household_answers_without_signal_through_a_reload_and_it_is_sent_once_when_signal_returns()
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 3);
        var page = stand.Officer.Page;
        await stand.Officer.PassesAsync();
        await page.Context.SetOfflineAsync(true);
        await stand.OpensAsync("1 Kiln Lane");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the questions" }).ClickAsync();
        await stand.ContinuesAsync("Yes");
        await stand.ContinuesAsync("Fairly dissatisfied");
        // an answer is kept once the next question stands
        await stand.Officer.ReadsAsync("Which rooms are cold?");

        // the page is closed and opened again where there is no signal: it comes, asks for the number, and goes on where it was
        await page.ReloadAsync();
        await stand.UnlocksAsync(Pin);
        await stand.OpensAsync("1 Kiln Lane");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with the questions" }).ClickAsync();
        await stand.Officer.ReadsAsync("Which rooms are cold?");
        await page.GetByLabel("Bedroom").CheckAsync();
        await page.GetByLabel("None of these").CheckAsync();
        await stand.PressesAsync("Continue");
        await stand.Officer.ReadsAsync("Choose ‘None of these’ by itself, or untick it");
        await page.GetByLabel("None of these").UncheckAsync();
        await stand.PressesAsync("Continue");
        await page.GetByLabel("How many rooms do you heat?").FillAsync("40");
        await stand.PressesAsync("Continue");
        await stand.Officer.ReadsAsync("Enter a number from 0 to 20");
        await page.GetByLabel("How many rooms do you heat?").FillAsync("4");
        await stand.PressesAsync("Continue");
        await page.GetByLabel("Day").FillAsync("3");
        await page.GetByLabel("Month").FillAsync("11");
        await page.GetByLabel("Year").FillAsync("2025");
        await stand.PressesAsync("Continue");
        await page.GetByLabel("What else should we know?").FillAsync("The landing is cold. 😀");
        await stand.PressesAsync("Continue");
        await stand.Officer.ReadsAsync("Check the answers", "3 November 2025");
        await stand.PressesAsync("Finish");
        await stand.Officer.ReadsAsync("1 Kiln Lane is done. 2 to go.", "1 waits to be sent");
        Assert.Empty(await stand.Hearth.KeptAsync());

        await page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("Nothing waits to be sent");
        await stand.PressesAsync("Outbox");
        await stand.Officer.ReadsAsync("Sent at");
        var kept = Assert.Single(await stand.Hearth.KeptAsync());
        Assert.Equal("FaceToFace", kept.Channel);
        Assert.Equal("""{"q1":["y"],"q2":["4"],"q3":["bed"],"q4":["4"],"q5":["2025-11-03"]}""", kept.Answers);
        Assert.Equal(["The landing is cold. 😀"], kept.Words);
    }

    [Fact]
    public async Task A_reply_that_is_lost_on_the_way_does_not_make_the_answers_count_twice()
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 1);
        var page = stand.Officer.Page;
        var lost = 0;
        // the server has them, the device never hears so
        await page.Context.RouteAsync(
            "**/door/in",
            async route =>
            {
                if (lost++ == 0)
                {
                    await route.FetchAsync();
                    await route.AbortAsync();
                    return;
                }
                await route.ContinueAsync();
            }
        );
        await stand.AnswersNoAsync("1 Kiln Lane");
        await stand.PressesAsync("Outbox");
        await stand.Officer.ReadsAsync("The last try did not get through");
        Assert.Single(await stand.Hearth.KeptAsync());

        await stand.PressesAsync("Send now");
        await stand.Officer.ReadsAsync("Hearth had it already, and counts it once");
        Assert.Single(await stand.Hearth.KeptAsync());
        Assert.Equal(2, lost);
        stand.Officer.Complaints();
    }

    [Fact]
    public async Task Five_wrong_numbers_wipe_the_list_and_what_was_finished_still_goes()
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 2);
        var page = stand.Officer.Page;
        await page.Context.SetOfflineAsync(true);
        await stand.AnswersNoAsync("1 Kiln Lane");
        await stand.OpensAsync("2 Kiln Lane");
        await stand.PressesAsync("Start the questions");
        await stand.ContinuesAsync("Yes");
        Assert.DoesNotContain("Kiln Lane", await stand.StoredAsync());
        Assert.DoesNotContain("\"q1\"", await stand.StoredAsync());

        await page.ReloadAsync();
        await stand.UnlocksAsync("111222", opens: false);
        await stand.Officer.ReadsAsync("That is not the number", "4 tries left");
        // starting the page again gives no new tries
        await page.ReloadAsync();
        foreach (var left in new[] { "3 tries left", "2 tries left", "1 try left" })
        {
            await stand.UnlocksAsync("333444", opens: false);
            await stand.Officer.ReadsAsync(left);
        }
        await stand.UnlocksAsync("555666", opens: false);
        await stand.Officer.ReadsAsync("Five wrong numbers: the list is wiped", "1 waits to be sent");
        Assert.Equal("0 0 1", await stand.CountsAsync());

        await page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("Nothing waits to be sent");
        Assert.Equal("""{"q1":["n"]}""", Assert.Single(await stand.Hearth.KeptAsync()).Answers);
    }

    [Fact]
    public async Task Answers_that_come_after_the_survey_closed_are_said_so_kept_aside_and_not_counted()
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 1);
        await stand.Officer.Page.Context.SetOfflineAsync(true);
        await stand.AnswersNoAsync("1 Kiln Lane");
        await stand.Hearth.StopSurveyAsync(stand.Field.Survey);
        stand.Hearth.Clock.Forward(TimeSpan.FromDays(1));

        await stand.Officer.Page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("1 not counted: see the outbox");
        await stand.PressesAsync("Outbox");
        await stand.Officer.ReadsAsync("Sent, not counted: The survey had closed");
        Assert.Empty(await stand.Hearth.KeptAsync());
        Assert.Single(await stand.Hearth.AsideAsync());
    }

    [Fact]
    public async Task What_came_of_a_knock_is_kept_and_a_device_that_cannot_send_hands_over_a_file()
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 2);
        var page = stand.Officer.Page;
        await page.Context.SetOfflineAsync(true);
        await stand.OpensAsync("1 Kiln Lane");
        await stand.PressesAsync("Save what came of it");
        await stand.Officer.ReadsAsync("Choose what came of it");
        await page.GetByLabel("Nobody was in").CheckAsync();
        await stand.PressesAsync("Save what came of it");
        await stand.AnswersNoAsync("2 Kiln Lane");
        await stand.PressesAsync("Outbox");
        await stand.Officer.PassesAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => stand.PressesAsync("Hand over as a file"));
        Assert.EndsWith(".hearth-door.json", download.SuggestedFilename);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.json");
        await download.SaveAsAsync(path);
        Assert.DoesNotContain("Kiln", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        await using var ben = await (await chromium.VisitorAsync(stand.Hearth)).AsAsync(
            stand.Hearth.Staff(name: "Ben Ash", id: Guid.CreateVersion7()),
            stand.Hearth
        );
        await ben.OpenAsync($"/surveys/{stand.Field.Survey}/door/hand-in");
        await ben.Page.GetByLabel("File from the device").SetInputFilesAsync(path);
        await ben.PressesAsync("Hand it in");
        await ben.ReadsAsync("The file is handed in");
        await ben.PassesAsync();
        File.Delete(path);
        Assert.Single(await stand.Hearth.KeptAsync());
        Assert.Equal(["Door NoAnswer"], await stand.Hearth.TriesAsync());

        // and when signal returns after all, nothing counts twice
        await page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("Hearth had it already");
        Assert.Single(await stand.Hearth.KeptAsync());
        Assert.Single(await stand.Hearth.TriesAsync());
    }

    [Theory]
    [InlineData(5, "5 days ahead")]
    [InlineData(-9, "9 days behind")]
    public async Task A_device_whose_clock_is_wrong_by_days_says_so_keeps_its_list_and_dates_answers_by_Hearths(int days, string words)
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 2, ahead: TimeSpan.FromDays(days));
        await stand.Officer.ReadsAsync($"This device’s clock is {words}.");
        await stand.Officer.PassesAsync();
        await stand.Officer.Page.Context.SetOfflineAsync(true);
        await stand.AnswersNoAsync("1 Kiln Lane");
        // opened again without signal, the list is there: it goes by Hearth's clock
        await stand.Officer.Page.ReloadAsync();
        await stand.UnlocksAsync(Pin);
        await stand.Officer.ReadsAsync("1 of 2 homes to visit");
        await stand.Officer.Page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("Nothing waits to be sent");

        var at = await stand.Hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<DateTimeOffset>("""SELECT "At" AS "Value" FROM surveys_response""")
                .SingleAsync()
        );
        Assert.InRange((stand.Hearth.Clock.GetUtcNow() - at).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_household_is_asked_in_its_own_language_and_the_officers_words_stay_English()
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 1, visit: 0);
        await stand.Hearth.SpeakUrduAsync(stand.Field.Survey);
        await stand.TakesAsync(homes: 1);
        var page = stand.Officer.Page;
        await page.Context.SetOfflineAsync(true);
        await stand.OpensAsync("1 Kiln Lane");
        await page.GetByLabel("Ask the questions in").SelectOptionAsync("ur");
        var introduction = page.GetByText("ہم جاننا چاہتے ہیں");
        await Assertions.Expect(introduction).ToHaveAttributeAsync("dir", "rtl");
        await stand.Officer.PassesAsync();
        await stand.PressesAsync("Start the questions");
        var question = page.GetByText("کیا آپ کے پاس ہیٹر ہے؟");
        await Assertions.Expect(question).ToHaveAttributeAsync("lang", "ur");
        await Assertions.Expect(question).ToHaveAttributeAsync("dir", "rtl");
        await stand.Officer.ReadsAsync("In English: Do you have a heater?", "Question 1 of");
        await stand.Officer.PassesAsync();
        await stand.ContinuesAsync("نہیں");
        // nobody has translated this one
        await stand.Officer.ReadsAsync("Which rooms are cold?");
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await stand.PressesAsync("Skip this question");
        }
        await stand.Officer.ReadsAsync("Check the answers", "کیا آپ کے پاس ہیٹر ہے؟", "نہیں");
        await stand.Officer.PassesAsync();
        await stand.PressesAsync("Finish");
        await page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("Nothing waits to be sent");
        Assert.Equal("""{"q1":["n"]}""", Assert.Single(await stand.Hearth.KeptAsync()).Answers);
    }

    [Fact]
    public async Task Grids_and_rankings_are_asked_at_the_door_too()
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 1, grids: true);
        var page = stand.Officer.Page;
        await page.Context.SetOfflineAsync(true);
        await stand.OpensAsync("1 Kiln Lane");
        await stand.PressesAsync("Start the questions");
        await stand.ContinuesAsync("No");
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await stand.PressesAsync("Skip this question");
        }
        await stand.Officer.ReadsAsync("How good are these?");
        await stand.Officer.PassesAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "The lift" }).GetByLabel("Bad").CheckAsync();
        await stand.PressesAsync("Continue");
        await stand.Officer.ReadsAsync("What matters most?");
        await stand.OpensAsync("Quiet");
        await stand.OpensAsync("Heat");
        await stand.OpensAsync("Light");
        await stand.PressesAsync("Continue");
        await stand.Officer.ReadsAsync("Choose 2 at most");
        await stand.OpensAsync("Light");
        await stand.Officer.PassesAsync();
        await stand.PressesAsync("Continue");
        await stand.Officer.ReadsAsync("The lift: Bad", "1. Quiet 2. Heat");
        await stand.PressesAsync("Finish");
        await page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("Nothing waits to be sent");
        Assert.Equal("""{"q1":["n"],"q7-r2":["2"],"q8":["c","a"]}""", Assert.Single(await stand.Hearth.KeptAsync()).Answers);
    }

    [Fact]
    public async Task A_number_that_is_easy_to_guess_is_refused_and_without_scripts_the_page_says_what_to_do()
    {
        await using var stand = await Stand.AtTheDoorsAsync(chromium, homes: 1, take: false);
        foreach (
            var (pin, again, words) in new[]
            {
                ("1234", "1234", "6 figures or more"),
                ("111111", "111111", "easy to guess"),
                ("345678", "345678", "easy to guess"),
                (Pin, "271829", "the same number twice"),
            }
        )
        {
            await stand.Officer.FillsAsync("A number of 6 figures or more", pin);
            await stand.Officer.FillsAsync("The same number again", again);
            await stand.Officer.PressesAsync("Put the list on this device");
            await stand.Officer.ReadsAsync(words);
        }
        await using var plain = await chromium.VisitorAsync(stand.Hearth, scripts: false, width: Chromium.Phone);
        await plain.OpenAsync("/door/");
        await Assertions.Expect(plain.Page.Locator("noscript a", new() { HasText = "print paper forms" })).ToBeVisibleAsync();
    }
}
