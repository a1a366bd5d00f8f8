// A few people try a survey out: their remarks come by question, their answers stay apart, or are counted by choice where nothing changed.
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Pilots;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Tests.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking;

public sealed class PilotTests
{
    [Theory, BothDatabases]
    public async Task A_few_people_try_a_draft_out_and_what_they_say_of_each_question_comes_to_the_officer(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([.. Enumerable.Range(1, 6).Select(n => new NewTenant { Email = $"home{n}@post.example" })]);
        var survey = await hearth.DraftAsync();
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{survey}/pilot");
        page = await officer.SubmitAsync(page, new { HowMany = "3" }, "Ask them now");
        Assert.Contains("0 of 3 homes have answered.", page.Text);
        var messages = await hearth.MessagesAsync();
        Assert.Equal(3, messages.Count);
        Assert.All(messages, message => Assert.StartsWith("Try-out: How warm", message.Subject, StringComparison.Ordinal));

        var pilot = await PilotAsync(hearth);
        var asked = await hearth.InvitationsAsync(pilot);
        var phone = hearth.Anyone();
        page = await phone.OpenAsync($"/s/{asked[0].Code}");
        Assert.Contains("tell us at each question what is unclear", page.Text);
        page = await phone.OpenAsync(page.LinkTo("Start"));
        page = await phone.SubmitAsync(page, new { Answer = "It is cold.", Remark = "What do you mean by know?" }, "Continue");
        page = await phone.OpenAsync($"/s/{asked[0].Code}/q1");
        Assert.Equal("What do you mean by know?", page.All("textarea[name=Remark]").Single().TextContent.Trim());
        await phone.SubmitAsync(await phone.OpenAsync($"/s/{asked[0].Code}/check"), null, "Send my answers");

        page = await officer.OpenAsync($"/surveys/{survey}/pilot");
        Assert.Contains("1 of 3 homes have answered.", page.Text);
        Assert.Contains("“What do you mean by know?”", page.Text);
        // nothing of it stands among the surveys or in the survey's own field
        Assert.DoesNotContain("Try-out", (await officer.OpenAsync("/surveys")).Text);
        Assert.Equal(
            0,
            await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().CountAsync(r => r.SurveyId == survey))
        );
        page = await officer.SubmitAsync(page, null, "Stop the try-out");
        Assert.Contains("This survey has closed", (await phone.OpenAsync($"/s/{asked[1].Code}")).Heading);
    }

    [Theory, BothDatabases]
    public async Task Answers_of_a_try_out_are_counted_by_choice_once_and_only_where_nothing_changed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync([.. Enumerable.Range(1, 4).Select(n => new NewTenant { Email = $"home{n}@post.example" })]);
        var survey = await hearth.DraftAsync();
        var officer = hearth.Staff();
        var page = await officer.OpenAsync($"/surveys/{survey}/pilot");
        await officer.SubmitAsync(
            page,
            new { Tenancies = $"{homes[0].TenancyReference}\n{homes[1].TenancyReference.ToLowerInvariant()}" },
            "Ask them now"
        );
        var phone = hearth.Anyone();
        foreach (var asked in await hearth.InvitationsAsync(await PilotAsync(hearth)))
        {
            await phone.SubmitAsync(await phone.OpenAsync($"/s/{asked.Code}/q1"), new { Answer = "Cold." }, "Continue");
            await phone.SubmitAsync(await phone.OpenAsync($"/s/{asked.Code}/check"), null, "Send my answers");
        }
        // they took part in the survey that comes of it, and will be told with everyone
        var parts = await hearth.InScopeAsync(s => s.GetRequiredService<LoopLedger>().Participations.ToListAsync());
        Assert.Equal([survey, survey], parts.Select(part => part.ActivityId));
        Assert.False((await hearth.OpenAsync(survey)).Refused);

        page = await officer.OpenAsync($"/surveys/{survey}/pilot");
        page = await officer.SubmitAsync(page, null, "Count these answers too");

        Assert.Contains("The answers of 2 homes are counted too.", page.Text);
        Assert.DoesNotContain("Count these answers too", page.Text);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var counted = await db.Set<Response>().Where(r => r.SurveyId == survey).ToListAsync();
            Assert.Equal(homes.Take(2).Select(home => home.HouseholdId).Order(), counted.Select(r => r.HouseholdId).Order());
            Assert.Equal(2, await db.Set<Comment>().CountAsync(c => c.SurveyId == survey && c.Text == "Cold."));
            Assert.Equal(2, await db.Set<Response>().CountAsync(r => r.SurveyId != survey));
        });
    }

    [Fact]
    public async Task Where_a_question_changed_since_the_answers_stay_apart()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.MoveInAsync([new NewTenant { Email = "home@post.example" }]);
        var survey = await hearth.DraftAsync();
        var officer = hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{survey}/pilot"), new { HowMany = "1" }, "Ask them now");
        var pilot = await PilotAsync(hearth);
        var phone = hearth.Anyone();
        var code = (await hearth.InvitationsAsync(pilot))[0].Code;
        await phone.SubmitAsync(await phone.OpenAsync($"/s/{code}/q1"), new { Answer = "Cold." }, "Continue");
        await phone.SubmitAsync(await phone.OpenAsync($"/s/{code}/check"), null, "Send my answers");
        var question = (await hearth.QuestionsAsync(survey)).Single();
        var page = await officer.OpenAsync($"/surveys/{survey}/questions/{question.Id}");
        await officer.SubmitAsync(page, [KeyValuePair.Create("Form.Text", "What should we mend?")], [], "Save this question");
        Assert.False((await hearth.OpenAsync(survey)).Refused);

        page = await officer.OpenAsync($"/surveys/{survey}/pilot");
        Assert.DoesNotContain("Count these answers too", page.Text);
        Assert.Contains("These answers stay apart", page.Text);
        var forced = await hearth.InScopeAsync(s => s.GetRequiredService<EndPilot>().CountAsync(survey, pilot));
        Assert.IsType<QuestionsHaveChanged>(forced.Refusals.Single());
    }

    [Fact]
    public async Task Nobody_who_may_not_be_asked_tries_a_survey_out()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var homes = await hearth.MoveInAsync([
            new NewTenant { Email = "never@post.example", DoNotContact = true },
            new NewTenant { Email = "yes@post.example" },
        ]);
        var survey = await hearth.DraftAsync();
        var officer = hearth.Staff();
        var page = await officer.OpenAsync($"/surveys/{survey}/pilot");

        var refused = await officer.SubmitAsync(page, new { Tenancies = homes[0].TenancyReference + "\nnowhere" }, "Ask them now");
        Assert.Equal(
            [
                $"No home that may be asked has the tenancy reference “{homes[0].TenancyReference}”",
                "No home that may be asked has the tenancy reference “nowhere”",
            ],
            refused.Errors
        );
        Assert.Contains("nowhere", refused.All("textarea").Single().TextContent);
        page = await officer.SubmitAsync(page, new { HowMany = "50" }, "Ask them now");

        Assert.Contains("0 of 1 homes have answered.", page.Text);
        Assert.Equal(["yes@post.example"], (await hearth.MessagesAsync()).Select(message => message.ToAddress));
        // one at a time
        Assert.DoesNotContain("Ask them now", page.Text);
    }

    [Theory, BothDatabases]
    public async Task Forgetting_a_person_takes_their_remarks_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync([new NewTenant { Email = "home@post.example" }]);
        var survey = await hearth.DraftAsync();
        var officer = hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{survey}/pilot"), new { HowMany = "1" }, "Ask them now");
        var code = (await hearth.InvitationsAsync(await PilotAsync(hearth)))[0].Code;
        var phone = hearth.Anyone();
        await phone.SubmitAsync(await phone.OpenAsync($"/s/{code}/q1"), new { Answer = "Cold.", Remark = "I am Kasia." }, "Continue");

        await hearth.InScopeAsync(async scope =>
        {
            var held = scope.GetServices<IPersonalData>().Single(one => one.Covers.Contains(typeof(Remark)));
            Assert.Contains(await held.HeldOnAsync(homes[0].PersonId, CancellationToken.None), item => item.Value == "I am Kasia.");
            await held.ForgetAsync(homes[0].PersonId, CancellationToken.None);
            scope.GetRequiredService<AuditTrail>().Write("Forget", "person", homes[0].PersonId);
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Remark>().AnyAsync()));
    }

    private static Task<Guid> PilotAsync(HearthApp hearth) =>
        hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Set<Survey>()
                .IgnoreQueryFilters([Survey.Copies])
                .Where(one => one.PilotOf != null)
                .Select(one => one.Id)
                .SingleAsync()
        );
}
