// A household answers: by code, one question a page, back and change, save and return, check, send, thanks.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Answering;

public sealed class AnsweringTests
{
    [Theory, BothDatabases]
    public async Task A_household_answers_every_kind_of_question_and_is_told_what_happens_next(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();

        var page = await phone.OpenAsync("/s");
        page = await phone.SubmitAsync(page, new { Code = $" {field.Code()[..4].ToLowerInvariant()}-{field.Code()[4..]} " });
        Assert.Equal("How warm is your home?", page.Heading);
        Assert.Contains("We use your answers to plan repairs.", page.Text);
        Assert.Contains("until Friday 18 December", page.Text);

        page = await phone.OpenAsync(page.LinkTo("Start"));
        Assert.Equal("Do you have a heater?", page.Heading);
        Assert.Contains("Question 1 of 6", page.Text);
        Assert.DoesNotContain("Skip this question", page.Text);
        page = await phone.SubmitAsync(page, new { Answer = "y" }, "Continue");
        Assert.Contains("Question 2 of 7", page.Text);
        page = await phone.SubmitAsync(page, new { Answer = "2" }, "Continue");
        page = await phone.SubmitAsync(page, [KeyValuePair.Create("Answer", "bed"), KeyValuePair.Create("Answer", "bath")], [], "Continue");
        page = await phone.SubmitAsync(page, new { Answer = "3" }, "Continue");
        page = await phone.SubmitAsync(page, Date("5", "11", "2025"), [], "Continue");
        page = await phone.SubmitAsync(page, new { Answer = "Kitchen" }, "Continue");
        page = await phone.SubmitAsync(page, new { Answer = "It is cold.\r\nVery cold." }, "Continue");

        Assert.Equal("Check your answers before you send them", page.Heading);
        Assert.Equal(
            ["Yes", "Fairly satisfied", "Bedroom, Bathroom", "3", "5 November 2025", "Kitchen", "It is cold. Very cold."],
            page.All(".govuk-summary-list__value").Select(Page.Words)
        );
        page = await phone.SubmitAsync(page, null, "Send my answers");

        Assert.Equal("Thank you. We have your answers.", page.Heading);
        Assert.Contains("Friday 18 December The survey closes.", page.Text);
        Assert.Contains("By Friday 22 January We tell you what we heard and what we will do.", page.Text);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var response = await db.Set<Response>().SingleAsync();
            Assert.Equal("""{"q1":["y"],"q2":["2"],"q3":["bed","bath"],"q4":["3"],"q5":["2025-11-05"]}""", response.Answers);
            Assert.Equal((ResponseChannel.Online, "Fennside", "35 to 44"), (response.Channel, response.Ward, response.AgeBand));
            Assert.Equal(hearth.Clock.GetUtcNow(), response.At);
            Assert.Equal(["It is cold.\nVery cold.", "Kitchen"], await db.Set<Comment>().Select(c => c.Text).Order().ToListAsync());
            Assert.False(await db.Set<DraftResponse>().AnyAsync());
            var part = await scope.GetRequiredService<LoopLedger>().Participations.SingleAsync();
            Assert.Equal((field.Survey.Id, field.Invitations[0].PersonId, "Online"), (part.ActivityId, part.PersonId, part.Channel));
            Assert.True(await db.Set<AuditLine>().AnyAsync(line => line.Action == "SendAnswers" && line.SubjectId == field.Survey.Id));
        });
    }

    [Theory, BothDatabases]
    public async Task Answers_are_kept_and_found_again_on_another_device(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        page = await phone.SubmitAsync(page, new { Answer = "y" }, "Continue");

        var left = await phone.OpenAsync(page.LinkTo("Save and leave"));
        Assert.Equal("We have saved your answers", left.Heading);
        Assert.Contains("/s and type your code", left.Text);

        var computer = hearth.Anyone();
        var start = await computer.OpenAsync($"/s/{field.Code()}");
        Assert.Contains("We kept your answers.", start.Text);
        Assert.Contains("There are 6 questions left.", start.Text);
        var next = await computer.OpenAsync(start.LinkTo("Carry on"));
        Assert.Equal("How satisfied are you with your heater?", next.Heading);
        var back = await computer.OpenAsync(next.LinkTo("Back"));
        Assert.Equal("y", back.All("input[type=radio][checked]").Single().GetAttribute("value"));
    }

    [Theory, BothDatabases]
    public async Task Words_half_written_can_be_saved_for_later(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q7");

        page = await phone.SubmitAsync(page, new { Answer = "The window" }, "Save and finish later");

        Assert.Equal("We have saved your answers", page.Heading);
        Assert.Equal("The window", (await phone.OpenAsync($"/s/{field.Code()}/q7")).All("textarea").Single().TextContent);
    }

    [Theory, BothDatabases]
    public async Task An_answer_that_a_later_change_hides_is_not_counted(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        page = await phone.SubmitAsync(page, new { Answer = "y" }, "Continue");
        page = await phone.SubmitAsync(page, new { Answer = "1" }, "Continue");
        for (var skipped = 3; skipped <= 7; skipped++)
        {
            page = await phone.SubmitAsync(page, null, "Skip this question");
        }
        Assert.Equal("You skipped this", Page.Words(page.All(".govuk-summary-list__value")[^1]));

        page = await phone.OpenAsync(page.All(".govuk-summary-list__actions a")[0].GetAttribute("href")!);
        page = await phone.SubmitAsync(page, new { Answer = "n" }, "Continue");
        Assert.Equal("Check your answers before you send them", page.Heading);
        Assert.DoesNotContain("How satisfied are you with your heater?", page.Text);
        await phone.SubmitAsync(page, null, "Send my answers");

        Assert.Equal(["""{"q1":["n"]}"""], await AnswersAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task A_change_that_opens_a_new_question_leads_to_it_before_the_answers_are_sent(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        page = await phone.SubmitAsync(page, new { Answer = "n" }, "Continue");
        Assert.Equal("Which rooms are cold?", page.Heading);
        for (var skipped = 3; skipped <= 7; skipped++)
        {
            page = await phone.SubmitAsync(page, null, "Skip this question");
        }

        page = await phone.OpenAsync(page.All(".govuk-summary-list__actions a")[0].GetAttribute("href")!);
        page = await phone.SubmitAsync(page, new { Answer = "y" }, "Continue");
        Assert.Equal("How satisfied are you with your heater?", page.Heading);
        page = await phone.SubmitAsync(page, new { Answer = "na" }, "Continue");
        Assert.Equal("Check your answers before you send them", page.Heading);
        await phone.SubmitAsync(page, null, "Send my answers");

        Assert.Equal(["""{"q1":["y"],"q2":["na"]}"""], await AnswersAsync(hearth));
    }

    internal static Task<List<string>> AnswersAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<HearthDb>().Set<Response>().Select(r => r.Answers).ToListAsync());

    private static List<KeyValuePair<string, string>> Date(string day, string month, string year) =>
        [KeyValuePair.Create("Answer.Day", day), KeyValuePair.Create("Answer.Month", month), KeyValuePair.Create("Answer.Year", year)];
}
