// A year planned in a real browser, with the keyboard alone where it is moved, and one survey of it run by the clock.
using System.Text.RegularExpressions;
using Hearth.Journeys.Tests.Support;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Year;

public sealed class YearTests(Chromium chromium)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.PostgreSql, false)]
    public async Task A_year_is_planned_and_one_survey_of_it_runs_by_the_clock(DatabaseKind kind, bool scripts)
    {
        await using var hearth = await HearthApp.StartAsync(kind, listen: true);
        await hearth.MoveInAsync(
            Enumerable.Range(1, 3).Select(n => new NewTenant { Email = $"tenant{n}@tenant.example", InvolvedAs = TenantLinkGroup.Role })
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

        await ToAsync(hearth, new(2026, 11, 16));
        await maya.OpenAsync(cycle);
        await maya.ReadsAsync("0 of 3 homes answered.", "Done 16 Nov", "Open now");

        await ToAsync(hearth, new(2026, 11, 28));
        await maya.OpenAsync("/officer");
        await maya.FollowsAsync("Report written for the panel: Survey 1: Getting a repair booked");
        await maya.ReadsAsync("2 things late", "Done 22 Nov", "2 days late");
        await KeyAsync(maya, "It was done today: Report written for the panel");
        await maya.ReadsAsync("Report written for the panel: done on 28 November 2026.", "No meeting");
        await maya.PassesAsync();
        Assert.Empty(maya.Complaints());
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

    // the day comes, and the job that opens and closes surveys runs
    private static async Task ToAsync(HearthApp hearth, DateOnly day)
    {
        hearth.Clock.MoveTo(day);
        await hearth.InScopeAsync(services =>
            services.GetServices<IJob>().Single(job => job.Name == "survey-days").RunAsync(CancellationToken.None)
        );
    }
}
