// A survey that is open changes its questions: no answer is lost, whoever is half way goes on, and the results say which version was answered.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed class EditionsTests
{
    [Theory, BothDatabases]
    public async Task Nobody_sees_a_new_version_before_it_is_put_in_use_and_then_everybody_does(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff();

        var copy = await RewordHeaterAsync(hearth, officer, field);
        Assert.Equal("Do you have a heater?", (await hearth.Anyone().OpenAsync($"/s/{field.Code()}/q1")).Heading);
        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/change");
        Assert.Contains("Do you have a heater that works? It was “Do you have a heater?”. People half way are asked it again.", page.Text);
        Assert.DoesNotContain("How warm is your home? How warm", (await officer.OpenAsync("/surveys")).Text);
        var refused = await officer.SubmitAsync(page, null, "Ask version 2 from now on");
        Assert.Equal(["Enter why the questions change. It stands beside the results"], refused.Errors);

        page = await officer.SubmitAsync(page, new { Because = "People asked whether a broken one counts." }, "Ask version 2 from now on");

        Assert.Contains("The new version is asked from now on.", page.Text);
        Assert.Equal("Do you have a heater that works?", (await hearth.Anyone().OpenAsync($"/s/{field.Code()}/q1")).Heading);
        var survey = await hearth.SurveyAsync(field.Survey.Id);
        Assert.Equal(2, survey.Edition);
        // the same question, so that its answers stay its own
        Assert.Equal(field["q1"].Id, (await hearth.QuestionsAsync(field.Survey.Id))[0].Id);
        Assert.Empty(await hearth.QuestionsAsync(copy));
        Assert.True(
            await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<AuditLine>().AnyAsync(a => a.Action == "UseSurveyVersion"))
        );
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_half_way_keeps_every_answer_and_is_asked_again_what_was_reworded(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        page = await phone.SubmitAsync(page, new { Answer = "y" }, "Continue");
        page = await phone.SubmitAsync(page, new { Answer = "2" }, "Continue");
        var open = page;
        Assert.Equal("Which rooms are cold?", page.Heading);

        await UseAsync(hearth, field);

        // the page that was open goes on as if nothing had happened: its question is what it was
        page = await phone.SubmitAsync(open, [KeyValuePair.Create("Answer", "bed")], [], "Continue");
        Assert.Equal("How many rooms do you heat?", page.Heading);
        page = await phone.OpenAsync($"/s/{field.Code()}");
        Assert.Contains("Welcome back. We kept your answers.", page.Text);
        page = await phone.OpenAsync(page.LinkTo("Carry on"));
        Assert.Equal("Do you have a heater that works?", page.Heading);
        Assert.Contains("We changed this question after you answered it.", page.Text);
        Assert.True(page.All("input[value=y]").Single().HasAttribute("checked"));
        page = await phone.SubmitAsync(page, null, "Continue");
        foreach (var rest in new[] { "q2", "q3", "q4", "q5", "q6", "q7" })
        {
            page = await phone.OpenAsync($"/s/{field.Code()}/{rest}");
            page = await phone.SubmitAsync(page, null, rest is "q2" or "q3" ? "Continue" : "Skip this question");
        }
        await phone.SubmitAsync(page, null, "Send my answers");

        var response = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().SingleAsync());
        Assert.Equal((2, """{"q1":["y"],"q2":["2"],"q3":["bed"]}"""), (response.Edition, response.Answers));
    }

    [Theory, BothDatabases]
    public async Task A_page_that_was_open_while_its_own_question_changed_comes_back_with_the_answer_and_a_kind_word(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var open = await phone.OpenAsync($"/s/{field.Code()}/q1");

        await UseAsync(hearth, field);
        var page = await phone.SubmitAsync(open, new { Answer = "n" }, "Continue");

        Assert.Equal("Do you have a heater that works?", page.Heading);
        Assert.Equal(["We changed this question while you had it open. Read it again, then press Continue"], page.Errors);
        Assert.True(page.All("input[value=n]").Single().HasAttribute("checked"));
        page = await phone.SubmitAsync(page, null, "Continue");
        Assert.Equal("Which rooms are cold?", page.Heading);
    }

    [Theory, BothDatabases]
    public async Task The_results_count_every_answer_and_say_which_version_it_belongs_to(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 60);
        await field.AnswerAsync(hearth, 30, home => new() { ["q1"] = [home < 20 ? "y" : "n"], ["q3"] = ["bath"] });
        await UseAsync(hearth, field);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            foreach (var home in field.Invitations.Skip(30))
            {
                var sheet = AnswerSheet.Read("""{"q1":["y"]}""");
                db.Add(Response.To(home, ResponseChannel.Online, hearth.Clock.GetUtcNow(), sheet, field.Questions, edition: 2));
            }
            scope.GetRequiredService<AuditTrail>().Write("SendAnswers", "survey", field.Survey.Id);
            await db.SaveChangesAsync();
        });
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/results");
        Assert.Contains("60 of 60", page.Text);
        Assert.Contains("Words changed in version 2.", Page.Words(page.All("article[aria-labelledby=q1]").Single()));
        // a question that is no longer asked keeps its answers
        var rooms = Page.Words(page.All("article[aria-labelledby=q3]").Single());
        Assert.Contains("No longer asked", rooms);
        Assert.Contains("30 homes", rooms);

        page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/results/q1");
        Assert.Contains("Version 1, from 2 November 2026: “Do you have a heater?”", page.Text);
        Assert.Contains("Why: Clearer.", page.Text);
        var byVersion = page.All("section[aria-labelledby=worded] tbody tr")
            .Select(row => string.Join(' ', row.Children.Select(Page.Words)));
        Assert.Equal(2, byVersion.Count());
        Assert.Contains(
            "version",
            (await officer.OpenAsync($"/surveys/{field.Survey.Id}/results/responses.csv")).Body,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task A_reworded_choice_is_a_new_one_unless_it_means_the_same_and_the_old_one_stays_counted()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff();
        var copy = await StartAsync(officer, field);
        var rooms = (await hearth.QuestionsAsync(copy)).Single(question => question.Key == "q3");

        var page = await officer.OpenAsync($"/surveys/{copy}/questions/{rooms.Id}");
        await officer.SubmitAsync(page, [KeyValuePair.Create("Form.Choices", "Bedroom\nKitchen")], [], "Save this question");
        var options = (await hearth.QuestionsAsync(copy)).Single(question => question.Key == "q3").Options;
        Assert.Contains(new Option("bed", "Bedroom"), options);
        Assert.Contains(new Option("1", "Kitchen"), options);
        Assert.Contains(new Option("bath", "Bathroom", Retired: true), options);

        page = await officer.OpenAsync($"/surveys/{copy}/questions/{rooms.Id}");
        await officer.SubmitAsync(
            page,
            [KeyValuePair.Create("Form.Choices", "Bed room\nKitchen"), KeyValuePair.Create("Form.SameMeaning", "true")],
            [],
            "Save this question"
        );
        Assert.Contains(
            new Option("bed", "Bed room"),
            (await hearth.QuestionsAsync(copy)).Single(question => question.Key == "q3").Options
        );
    }

    [Theory, BothDatabases]
    public async Task A_form_printed_before_the_change_is_keyed_as_it_was_printed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        await UseAsync(hearth, field);
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/key");
        page = await officer.SubmitAsync(page, new { Code = field.Code(), Version = "1" }, "Find this form");
        Assert.Contains("Do you have a heater? ", page.Text);
        List<KeyValuePair<string, string>> keys =
        [
            .. new[] { "1", "2", "12", "-", "-", "-", "-" }.Select((key, at) => KeyValuePair.Create($"Keys[q{at + 1}]", key)),
        ];
        page = await officer.SubmitAsync(page, keys, [], "Save and key the next");

        Assert.Contains("is in.", page.Text);
        var response = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().SingleAsync());
        Assert.Equal((1, """{"q1":["y"],"q2":["2"],"q3":["bed","bath"]}"""), (response.Edition, response.Answers));
    }

    [Fact]
    public async Task A_copy_can_be_thrown_away_and_of_two_officers_one_starts_it()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var field = await Field.OpenAsync(hearth);
        var (one, two) = (hearth.Staff(), hearth.Staff());
        var (first, second) = (
            await one.OpenAsync($"/surveys/{field.Survey.Id}/change"),
            await two.OpenAsync($"/surveys/{field.Survey.Id}/change")
        );
        await one.SubmitAsync(first, null, "Start version 2");
        var late = await two.SubmitAsync(second, null, "Start version 2");
        Assert.Equal(["Somebody has started a new version already. Go on with that one"], late.Errors);

        var page = await one.SubmitAsync(await one.OpenAsync($"/surveys/{field.Survey.Id}/change"), null, "Throw version 2 away");

        Assert.Contains("The copy is gone.", page.Text);
        Assert.Equal(
            1,
            await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Survey>().IgnoreQueryFilters([Survey.Copies]).CountAsync())
        );
    }

    private static async Task<Guid> StartAsync(Browser officer, Field field)
    {
        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/change");
        page = await officer.SubmitAsync(page, null, "Start version 2");
        return Guid.Parse(page.Path.Split('/')[2]);
    }

    private static async Task<Guid> RewordHeaterAsync(HearthApp hearth, Browser officer, Field field)
    {
        var copy = await StartAsync(officer, field);
        var heater = (await hearth.QuestionsAsync(copy))[0];
        var page = await officer.OpenAsync($"/surveys/{copy}/questions/{heater.Id}");
        await officer.SubmitAsync(page, [KeyValuePair.Create("Form.Text", "Do you have a heater that works?")], [], "Save this question");
        return copy;
    }

    /// <summary>Version 2: the first question reworded, the third no longer asked.</summary>
    private static async Task UseAsync(HearthApp hearth, Field field)
    {
        var officer = hearth.Staff();
        var copy = await RewordHeaterAsync(hearth, officer, field);
        if (field.Invitations.Count > 1)
        {
            var rooms = (await hearth.QuestionsAsync(copy)).Single(question => question.Key == "q3");
            await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{copy}/questions/{rooms.Id}/delete"));
        }
        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/change");
        await officer.SubmitAsync(page, new { Because = "Clearer." }, "Ask version 2 from now on");
        Assert.Equal(2, (await hearth.SurveyAsync(field.Survey.Id)).Edition);
    }
}
