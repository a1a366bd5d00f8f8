// The year through its pages: laid out, given topics, moved, agreed, changed; what is late; who may do what.
using System.Net;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Programme;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Programme;

public sealed class TheYearTests
{
    [Theory, BothDatabases]
    public async Task Nine_surveys_are_laid_out_from_the_first_day_around_the_breaks(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var maya = hearth.Staff();
        Assert.Contains("No year is planned yet", (await maya.OpenAsync("/surveys/year")).Text);

        var year = await PlanAsync(maya);

        Assert.Equal("TenantLink 2026 to 2027", year.Heading);
        Assert.Contains("9 surveys are laid out.", year.Text);
        Assert.Equal(9, year.All(".hearth-cycles > li").Count);
        Assert.StartsWith(
            "1 Survey 1: No topic yet 1 Ask 13 Apr to 19 Apr 2 Report and meet 20 Apr to 26 Apr 3 Tell everyone 27 Apr to 3 May 4 Prepare next 4 May to 10 May",
            Page.Words(year.All("#c1").Single())
        );
        var cycles = await CyclesAsync(hearth);
        Assert.Equal(Enumerable.Range(1, 9), cycles.Select(c => c.Number));
        Assert.DoesNotContain(cycles, c => c.StartsOn <= new DateOnly(2027, 1, 3) && c.EndsOn >= new DateOnly(2026, 12, 21));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_laid_out_is_refused_with_all_that_was_typed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var maya = hearth.Staff();

        var none = await PlanAsync(maya, ("Form.Name", " "), ("Form.Surveys", "many"), ("Form.EasterWeeks", "6"), ("Form.WithinDays", "3"));
        var toomany = await PlanAsync(maya, ("Form.Surveys", "12"), ("Form.AugustWeeks", "5"), ("Form.ChristmasWeeks", "5"));
        var noday = await PlanAsync(maya, ("Form.StartsOn.Month", "13"));

        Assert.Equal(
            [
                "Enter a name for the year",
                "Enter how many surveys, from 1 to 12. Nine or ten fit a year",
                "Enter how many weeks to leave free at Easter, from 0 to 5",
                "Enter a number of days, from 7 to 365",
            ],
            none.Errors
        );
        Assert.Equal("many", none.All("input[name='Form.Surveys']").Single().GetAttribute("value"));
        Assert.Contains("12 surveys of four weeks do not fit in this year with these breaks", Assert.Single(toomany.Errors));
        Assert.Equal(["The first day of the year must be a real date, like 27 3 2026"], noday.Errors);
        Assert.Empty(await CyclesAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task A_survey_of_the_year_is_moved_by_a_button_and_the_later_ones_go_along_only_where_that_is_asked(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var maya = hearth.Staff();
        var year = await PlanAsync(maya);
        var before = await CyclesAsync(hearth);

        // today is 12 November 2026: the last ones are to come
        var eight = before[7];
        var moved = await maya.SubmitAsync(year, button: "A week later: survey 8");
        var again = await maya.SubmitAsync(year, button: "A week later: survey 8");

        Assert.Contains($"Survey 8 moved to {eight.StartsOn.AddDays(7).Written()}.", moved.Text);
        Assert.Contains("begins on", again.Text);
        var after = await CyclesAsync(hearth);
        Assert.Equal(eight.StartsOn.AddDays(7), after[7].StartsOn);
        Assert.Equal(eight.MeetsOn.AddDays(7), after[7].MeetsOn);
        Assert.Equal(before[8].StartsOn, after[8].StartsOn);

        var one = await maya.OpenAsync($"/surveys/cycles/{after[0].Id}/move");
        var all = await maya.SubmitAsync(
            one,
            Typed(("Form.To.Day", "20"), ("Form.To.Month", "4"), ("Form.To.Year", "2026"), ("Form.LaterToo", "true")),
            "Move it"
        );
        Assert.Contains("Survey 1 moved to 20 April 2026, and 8 later ones by as many days.", all.Text);
        Assert.Equal(after.Select(c => c.StartsOn.AddDays(7)), (await CyclesAsync(hearth)).Select(c => c.StartsOn));

        var out1 = await maya.SubmitAsync(one, Typed(("Form.To.Day", "1"), ("Form.To.Month", "5"), ("Form.To.Year", "2027")), "Move it");
        var out2 = await maya.SubmitAsync(
            one,
            Typed(("Form.To.Day", "1"), ("Form.To.Month", "8"), ("Form.To.Year", "2026"), ("Form.LaterToo", "true")),
            "Move it"
        );
        Assert.Equal(["All four weeks must be in this year, from 1 April 2026 to 31 March 2027"], out1.Errors);
        Assert.Contains("would end after the year", Assert.Single(out2.Errors));
        Assert.Equal(after.Select(c => c.StartsOn.AddDays(7)), (await CyclesAsync(hearth)).Select(c => c.StartsOn));
    }

    [Theory, BothDatabases]
    public async Task The_version_the_panel_agreed_stands_and_later_changes_are_shown_beside_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var maya = hearth.Staff();
        var year = await PlanAsync(maya);
        Assert.Contains("Nobody has agreed it yet.", year.Text);
        var form = await maya.OpenAsync(year.LinkTo("Record that it was agreed"));

        var early = await maya.SubmitAsync(form, Typed(("Form.On.Year", "2027"), ("Form.By", "")), "Record it");
        Assert.Equal(
            ["Enter who agreed it", "The day it was agreed must be today or in the past"],
            early.Errors.Order(StringComparer.Ordinal)
        );
        var agreed = await maya.SubmitAsync(
            form,
            Typed(("Form.On.Day", "24"), ("Form.On.Month", "3"), ("Form.On.Year", "2026"), ("Form.Note", "Minute 7")),
            "Record it"
        );
        Assert.Contains("Version 1 agreed on 24 March 2026 by Tenants’ panel. Minute 7 Nothing has changed since.", agreed.Text);

        var cycle = (await CyclesAsync(hearth))[8];
        await ChangeAsync(maya, cycle, ("Form.Topic", "How should we ask you?"));
        var changed = await maya.OpenAsync("/surveys/year");
        Assert.Contains("Changed since it was agreed on 24 March Survey 9 now has a topic: “How should we ask you?”.", changed.Text);

        await maya.SubmitAsync(await maya.OpenAsync(changed.LinkTo("Record that the changes were agreed")), button: "Record it");
        var second = await maya.OpenAsync("/surveys/year");
        Assert.Contains("Version 2 agreed on 12 November 2026", second.Text);
        Assert.Contains("Version 1, 24 March 2026, Tenants’ panel: Minute 7", second.Text);
        // the form of the first time was of another version of the year
        var stale = await maya.SubmitAsync(form, Typed(("Form.On.Year", "2026")), "Record it");
        Assert.Contains(stale.Errors, error => error.StartsWith("Somebody else changed this year", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_cycle_is_run_from_its_draft_to_its_feedback_and_the_board_says_what_is_late(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var maya = hearth.Staff();
        await PlanAsync(maya);
        var nine = (await CyclesAsync(hearth))[8];
        await ChangeAsync(maya, nine, ("Form.Topic", "How should we ask you?"), ("Form.Lead", "Helen Okafor"));

        var linked = await maya.SubmitAsync(await maya.OpenAsync($"/surveys/cycles/{nine.Id}/survey"), button: "Make a draft");
        Assert.Contains("A draft is made", linked.Text);
        var draft = await SurveyAsync(hearth, (await CyclesAsync(hearth))[8].SurveyId!.Value);
        Assert.Equal(
            ("How should we ask you?", nine.StartsOn, nine.ClosesOn, SurveyStatus.Draft),
            (draft.Title, draft.OpensOn, draft.ClosesOn, draft.Status)
        );
        Assert.Equal(nine.TellBy, draft.TellBy);
        Assert.Contains("\"OnlyTenantLink\":true", draft.Audience);

        // the four weeks pass; the survey was asked and closed, nothing else was done
        await SetAsync(hearth, draft.Id, SurveyStatus.Closed);
        hearth.Clock.MoveTo(nine.EndsOn.AddDays(1));
        var late = await maya.OpenAsync($"/surveys/cycles/{nine.Id}");
        Assert.Equal(
            ["Done", "Done", "18 days late", "18 days late", "8 days late", "1 day late"],
            late.All(".hearth-due .mark")
                .Select(m =>
                    string.Join(' ', Page.Words(m).Split(' ').Take(m.TextContent.Contains("late", StringComparison.Ordinal) ? 3 : 1))
                )
        );
        Assert.Contains(
            "Feedback published to those who answered",
            Page.Words((await maya.OpenAsync("/surveys/year")).All(".hearth-due").First())
        );

        var ticked = await maya.SubmitAsync(late, button: "It was done today: Report");
        Assert.Contains("Report written for the panel: done on", ticked.Text);
        await hearth.InScopeAsync(async services =>
        {
            var ledger = services.GetRequiredService<LoopLedger>();
            var reply = Guid.CreateVersion7();
            var thing = await ledger.PlaceAsync("reply", reply, "We will ask by text", $"/feedback/{reply}", nine.TellBy);
            await ledger.CameFromAsync(reply, draft.Id);
            services.GetRequiredService<AuditTrail>().Write("test", "reply");
            await services.GetRequiredService<HearthDb>().SaveChangesAsync();
            // written, not yet published
            Assert.Contains("8 days late", (await maya.OpenAsync($"/surveys/cycles/{nine.Id}")).Text);
            thing.PublicAddress = "/what-changed/1";
            services.GetRequiredService<AuditTrail>().Write("test", "reply");
            await services.GetRequiredService<HearthDb>().SaveChangesAsync();
        });
        var told = await maya.OpenAsync($"/surveys/cycles/{nine.Id}");
        Assert.Contains($"Done {nine.TellBy.Brief()}", told.Text);
        Assert.Equal("1 of 9", Page.Words((await maya.OpenAsync("/surveys/year")).All(".hearth-fig .n")[0]));
    }

    [Theory, BothDatabases]
    public async Task Another_survey_in_the_field_and_homes_asked_too_often_are_said(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Enumerable.Range(0, 5).Select(_ => new NewTenant()));
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Repairs",
                Asked = homes,
                AskedDaysAgo = 80,
                ClosesInDays = -60,
            }
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Letters",
                Asked = [.. homes.Take(4)],
                AskedDaysAgo = 50,
                ClosesInDays = -40,
            }
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Yearly survey",
                Asked = [homes[0]],
                AskedDaysAgo = 10,
                ClosesInDays = 60,
            }
        );

        var year = await PlanAsync(hearth.Staff());

        Assert.Equal("1", Page.Words(year.All(".hearth-fig .n")[3]));
        Assert.Contains("1 home was asked too often.", year.Text);
        Assert.Contains("3 homes stand at the limit: one more survey now would be too many.", year.Text);
        Assert.Contains("It asks while “Yearly survey” is in the field.", year.Text);
    }

    [Theory, BothDatabases]
    public async Task A_councillor_reads_the_year_and_changes_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await PlanAsync(hearth.Staff(Role.Manager));
        var nine = (await CyclesAsync(hearth))[8];
        var ruth = hearth.Staff(Role.Councillor);

        var year = await ruth.OpenAsync("/surveys/year");
        var cycle = await ruth.OpenAsync($"/surveys/cycles/{nine.Id}");

        Assert.Equal(HttpStatusCode.OK, year.Status);
        Assert.Equal(HttpStatusCode.OK, cycle.Status);
        Assert.Empty(year.All("main form, main button"));
        Assert.Empty(cycle.All("main form, main button"));
        foreach (var path in new[] { "change", "move", "survey", "done", "take-out" })
        {
            Assert.StartsWith("/not-allowed", (await ruth.OpenAsync($"/surveys/cycles/{nine.Id}/{path}")).Path, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.OpenAsync($"/surveys/year/{Guid.CreateVersion7()}")).Status);
    }

    [Theory, BothDatabases]
    public async Task One_more_is_added_where_there_is_room_and_one_without_a_survey_is_taken_out(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var maya = hearth.Staff();
        var year = await PlanAsync(maya, ("Form.Surveys", "4"));

        var added = await maya.SubmitAsync(
            await maya.OpenAsync(year.LinkTo("Add a survey")),
            Typed(("Form.Topic", "Rent and value")),
            "Add it"
        );
        Assert.Equal("Survey 5: Rent and value", added.Heading);
        Assert.Equal(5, (await CyclesAsync(hearth)).Count);

        var gone = await maya.SubmitAsync(await maya.OpenAsync(added.LinkTo("Take it out of the year")), button: "Take it out");
        Assert.Contains("Survey 5: Rent and value is out of the year.", gone.Text);
        Assert.Equal(4, (await CyclesAsync(hearth)).Count);
    }

    internal static async Task<Page> PlanAsync(Browser officer, params (string Field, string Value)[] changed)
    {
        Dictionary<string, string> fields = new()
        {
            ["Form.Name"] = "TenantLink 2026 to 2027",
            ["Form.StartsOn.Day"] = "1",
            ["Form.StartsOn.Month"] = "4",
            ["Form.StartsOn.Year"] = "2026",
        };
        foreach (var (field, value) in changed)
        {
            fields[field] = value;
        }
        return await officer.SubmitAsync(await officer.OpenAsync("/surveys/year/new"), fields, "Lay out the year");
    }

    private static async Task ChangeAsync(Browser officer, Cycle cycle, params (string Field, string Value)[] fields) =>
        Assert.Empty(
            (
                await officer.SubmitAsync(
                    await officer.OpenAsync($"/surveys/cycles/{cycle.Id}/change"),
                    fields.Select(f => KeyValuePair.Create(f.Field, f.Value)).ToList(),
                    "Save"
                )
            ).Errors
        );

    private static List<KeyValuePair<string, string>> Typed(params (string Field, string Value)[] fields) =>
        [.. fields.Select(f => KeyValuePair.Create(f.Field, f.Value))];

    private static Task<List<Cycle>> CyclesAsync(HearthApp hearth) =>
        hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Cycle>().AsNoTracking().OrderBy(c => c.Number).ToListAsync());

    private static Task<Survey> SurveyAsync(HearthApp hearth, Guid id) =>
        hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Survey>().AsNoTracking().SingleAsync(x => x.Id == id));

    private static Task SetAsync(HearthApp hearth, Guid id, SurveyStatus status) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            (await db.Set<Survey>().SingleAsync(s => s.Id == id)).Status = status;
            services.GetRequiredService<AuditTrail>().Write("test", "survey", id);
            await db.SaveChangesAsync();
        });
}
