// A year planned in a real browser, with the keyboard alone where it is moved, and one survey of it run by the clock through its four weeks.
using System.Text.RegularExpressions;
using Hearth.Journeys.Tests.Round;
using Hearth.Journeys.Tests.Support;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Year;

public sealed class YearTests(Chromium chromium)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.PostgreSql, false)]
    public async Task A_year_is_planned_and_one_survey_of_it_runs_by_the_clock(DatabaseKind kind, bool scripts)
    {
        await using var town = await Town.StandAsync(kind);
        var hearth = town.Hearth;
        await hearth.MoveInAsync(
            Enumerable
                .Range(1, 3)
                .Select(n => new NewTenant
                {
                    Email = $"tenant{n}@tenant.example",
                    Phone = $"+44770090010{n}",
                    InvolvedAs = TenantLinkGroup.Role,
                })
        );
        await using var maya = await (await chromium.VisitorAsync(hearth, scripts)).AsAsync(hearth.Staff(), hearth);

        // today is Thursday 12 November 2026
        await maya.OpenAsync("/surveys/year");
        await maya.PressesAsync("Plan a year");
        await maya.FillsAsync("Name", "TenantLink, first year");
        await maya.FillsDayAsync("First day of the year", 16, 11, 2026);
        await maya.PressesAsync("Lay out the year");
        await maya.IsAtAsync("TenantLink, first year");
        await maya.ReadsAsync("9 surveys are laid out.", "3 tenants are happy to be asked regularly.");
        await maya.PassesAsync();

        await KeyAsync(maya, "A week later: survey 1");
        await maya.ReadsAsync("Survey 1 moved to 23 November 2026.");
        await KeyAsync(maya, "A week earlier: survey 1");
        await maya.ReadsAsync("Survey 1 moved to 16 November 2026.");

        await maya.FollowsAsync("Survey 1: No topic yet");
        await maya.PressesAsync("Topic and lead officer");
        await maya.FillsAsync("Topic", "Getting a repair booked");
        await maya.FillsAsync("Or somebody who is not in the list", "Helen Okafor");
        await maya.PressesAsync("Save");
        await maya.IsAtAsync("Survey 1: Getting a repair booked");
        await maya.FollowsAsync("Make a draft or choose a survey");
        await maya.PressesAsync("Make a draft");
        await maya.ReadsAsync("A draft is made", "Helen Okafor leads on it.");
        var cycle = new Uri(maya.Page.Url).AbsolutePath;
        await maya.FollowsAsync("Getting a repair booked");
        await Assertions.Expect(maya.Page).ToHaveURLAsync(new Regex("/surveys/[0-9a-f-]{36}$"));
        await WriteAsync(hearth.Staff(), new Uri(maya.Page.Url).AbsolutePath);

        await maya.OpenAsync("/surveys/year");
        await maya.FollowsAsync("Record that it was agreed");
        await maya.PressesAsync("Record it");
        await maya.ReadsAsync("Version 1 agreed on 12 November 2026 by Tenants’ panel.", "Nothing has changed since.");

        // week 1: the survey opens by itself, three are invited; one answers, two who stay silent are asked again another way
        await ToAsync(town, new(2026, 11, 16));
        await maya.OpenAsync(cycle);
        await maya.ReadsAsync("0 of 3 homes answered.", "Done 16 Nov", "Open now");
        await AnswerAsync(chromium, town, "tenant1@tenant.example", scripts);
        await ToAsync(town, new(2026, 11, 21));
        await maya.FollowsAsync("Getting a repair booked");
        await maya.ReadsAsync(
            "E-mail",
            "3 sent, the last on 16 November",
            "Text",
            "2 sent, the last on 21 November. 2 of these are reminders"
        );
        await AnswerAsync(chromium, town, "tenant2@tenant.example", scripts);

        // week 2: it has closed by itself; nobody has written the report or met, and the board says so
        await ToAsync(town, new(2026, 11, 28));
        await maya.OpenAsync("/officer");
        await maya.FollowsAsync("Report written for the panel: Survey 1: Getting a repair booked");
        await maya.ReadsAsync("2 of 3 homes answered.", "2 things late", "Done 22 Nov", "2 days late");
        await maya.FollowsAsync("report for the panel");
        await maya.IsAtAsync("Getting a repair booked");
        await maya.FillsAsync("What the panel is asked to agree", "Text back within the hour with a day.");
        await maya.PressesAsync("Save");
        await maya.ReadsAsync("What is proposed is in the report.", "Text back within the hour with a day.");
        await maya.PassesAsync();
        await maya.OpenAsync(cycle);
        await KeyAsync(maya, "It was done today: Report written for the panel");
        await maya.ReadsAsync("Report written for the panel: done on 28 November 2026.", "No meeting");
        await maya.PassesAsync();
        await maya.FollowsAsync("On another day: Meeting with the lead officer held");
        await maya.IsAtAsync("When was it done?");
        await maya.FillsDayAsync("Day it was done", 29, 11, 2026);
        await maya.PressesAsync("Save");
        await maya.ReadsAsync("The day it was done must be today or in the past");
        await maya.FillsDayAsync("Day it was done", 27, 11, 2026);
        await maya.PressesAsync("Save");
        await maya.ReadsAsync("Meeting with the lead officer held: done on 27 November 2026.", "Done 27 Nov");

        // week 3 is over and nobody was told: the board says which, and for how long
        await ToAsync(town, new(2026, 12, 8));
        await maya.OpenAsync("/surveys/year");
        await maya.ReadsAsync("No feedback", "2 days late", "surveys fed back to tenants", "1 thing is late");
        await maya.FollowsAsync("Feedback published to those who answered");
        await maya.FollowsAsync("Write what came of it");
        await TellAsync(maya);
        await ToAsync(town, new(2026, 12, 9));
        Assert.Contains(
            "You get a text with a day within the hour.",
            town.NewestMailTo("tenant1@tenant.example"),
            StringComparison.Ordinal
        );
        await maya.OpenAsync(cycle);
        await maya.ReadsAsync("Done 8 Dec", "Told everyone");

        // week 4: the next is prepared, which Hearth sees by itself once it only awaits its day
        await maya.OpenAsync("/surveys/year");
        await maya.ReadsAsync("Next survey prepared", "This week");
        await maya.FollowsAsync("Survey 2: No topic yet");
        await maya.PressesAsync("Topic and lead officer");
        await maya.FillsAsync("Topic", "Letters you can read");
        await maya.FillsAsync("Or somebody who is not in the list", "Ola Price");
        await maya.PressesAsync("Save");
        await maya.FollowsAsync("Make a draft or choose a survey");
        await maya.PressesAsync("Make a draft");
        await maya.FollowsAsync("Letters you can read");
        await Assertions.Expect(maya.Page).ToHaveURLAsync(new Regex("/surveys/[0-9a-f-]{36}$"));
        await WriteAsync(hearth.Staff(), new Uri(maya.Page.Url).AbsolutePath);
        await maya.OpenAsync(cycle);
        await maya.ReadsAsync("All done");
        await maya.OpenAsync("/surveys/year");
        await maya.ReadsAsync(
            "surveys fed back to tenants1 of 9",
            "Nothing is late",
            "from closing to telling16 days",
            "Changed since it was agreed on 12 November"
        );
        await maya.PassesAsync();
        Assert.Empty(maya.Complaints());
    }

    // by the link in the invitation, in a browser of their own
    private static async Task AnswerAsync(Chromium chromium, Town town, string address, bool scripts)
    {
        await using var tenant = await chromium.VisitorAsync(town.Hearth, scripts, Chromium.Phone);
        await tenant.OpenAsync(Regex.Match(town.NewestMailTo(address), "http://[^ ]+/s/[A-Z0-9]{8}").Value);
        await tenant.PressesAsync("Start");
        await tenant.ChoosesAsync("No");
        await tenant.PressesAsync("Continue");
        await tenant.PressesAsync("Send my answers");
        await tenant.IsAtAsync("Thank you. We have your answers.");
        Assert.Empty(tenant.Complaints());
    }

    private static async Task TellAsync(Visitor maya)
    {
        await maya.IsAtAsync("Write an answer");
        await Assertions.Expect(maya.Page.GetByLabel("Getting a repair booked")).ToBeCheckedAsync();
        await maya.FillsAsync("Short name", "Repairs by text");
        await maya.FillsAsync("You said", "Nobody says when they will come.");
        await maya.ChoosesAsync("We did");
        await maya.FillsAsync("What you did", "You get a text with a day within the hour.");
        await maya.FillsDayAsync("When did it start?", 7, 12, 2026);
        await maya.PressesAsync("Save and see how it reads");
        await maya.PressesAsync("Check who is told");
        await maya.PressesAsync("Publish and tell 2 people");
        await maya.ReadsAsync("Published. 2 people will be told, each once.");
    }

    // to the button with the keyboard, and Enter
    private static async Task KeyAsync(Visitor visitor, string button)
    {
        var parts = button.Split(": ");
        var found = visitor
            .Page.Locator("main")
            .GetByRole(AriaRole.Button, new() { Name = parts[0] })
            .Filter(new() { HasText = parts[1] })
            .First;
        await found.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    // what the officer does on pages that another journey goes through in the browser
    private static async Task WriteAsync(Browser officer, string survey)
    {
        List<KeyValuePair<string, string>> introduction = [new("Form.Introduction", "We want repairs to be easy to book.")];
        Assert.Empty((await officer.SubmitAsync(await officer.OpenAsync($"{survey}/edit"), introduction)).Errors);
        List<KeyValuePair<string, string>> question = [new("Form.Text", "Was it easy?"), new("Form.Choices", "Yes\nNo")];
        await officer.SubmitAsync(await officer.OpenAsync($"{survey}/questions/add?kind=SingleChoice"), question, "Add this question");
        var set = await officer.SubmitAsync(await officer.OpenAsync($"{survey}/open/check"), button: "Set it to open");
        Assert.Empty(set.Errors);
    }

    // the day comes, and whatever the clock does is done
    private static async Task ToAsync(Town town, DateOnly day)
    {
        town.Hearth.Clock.MoveTo(day);
        await town.PostGoesAsync();
        // what one job wrote, the sender takes in its next run
        await town.PostGoesAsync();
    }
}
