// What stands behind a code that opens nothing now: never a dead end, never a hint which codes exist.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Answering;

public sealed class DoorTests
{
    private const string NotKnown = "We do not know that code. Check it and try again";

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task No_code_is_asked_for(string typed)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var browser = hearth.Anyone();

        var page = await browser.SubmitAsync(await browser.OpenAsync("/s"), new { Code = typed });

        Assert.Equal(["Enter your code"], page.Errors);
    }

    [Theory]
    [InlineData("7K4M2QXR")]
    [InlineData("nonsense")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("' OR 1=1 --")]
    public async Task An_unknown_code_is_answered_in_the_same_words_on_every_page(string typed)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await Field.OpenAsync(hearth);
        var browser = hearth.Anyone();

        var page = await browser.SubmitAsync(await browser.OpenAsync("/s"), new { Code = typed });
        Assert.Equal([NotKnown], page.Errors);
        Assert.Equal(typed, page.All("#Code").Single().GetAttribute("value"));
        foreach (var path in new[] { "", "/q1", "/check", "/later", "/thanks", "/not-now" })
        {
            var there = await browser.OpenAsync($"/s/{Uri.EscapeDataString(typed)}{path}");
            Assert.Equal([NotKnown], there.Errors);
        }
    }

    [Theory, BothDatabases]
    public async Task A_survey_not_yet_open_says_when_it_opens(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, change: survey => survey.OpensOn = new DateOnly(2026, 11, 16));

        var page = await hearth.Anyone().OpenAsync($"/s/{field.Code()}/q1");

        Assert.Equal("This survey opens on Monday 16 November", page.Heading);
        hearth.Clock.Forward(TimeSpan.FromDays(4));
        Assert.Equal("Do you have a heater?", (await hearth.Anyone().OpenAsync($"/s/{field.Code()}/q1")).Heading);
    }

    [Theory, BothDatabases]
    public async Task A_draft_on_a_closed_survey_is_met_with_kind_words_and_nothing_more_is_taken(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var check = await OneAnswerAHomeTests.ToCheckAsync(phone, field, "n");
        var question = await phone.OpenAsync($"/s/{field.Code()}/q1");
        hearth.Clock.Forward(TimeSpan.FromDays(37));

        Assert.Equal("This survey has closed", (await phone.SubmitAsync(question, new { Answer = "y" }, "Continue")).Heading);
        var page = await phone.SubmitAsync(check, null, "Send my answers");

        Assert.Equal("This survey has closed", page.Heading);
        Assert.Contains("closed on Friday 18 December", page.Text);
        Assert.Contains("You had begun to answer but did not send your answers, so they are not counted.", page.Text);
        Assert.Contains("By Friday 22 January we will tell everyone who answered", page.Text);
        Assert.Empty(await AnsweringTests.AnswersAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task The_last_day_ends_at_midnight_in_England(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        hearth.Clock.Forward(new DateTimeOffset(2026, 12, 18, 23, 59, 0, TimeSpan.Zero) - hearth.Clock.GetUtcNow());
        Assert.Equal("Do you have a heater?", (await hearth.Anyone().OpenAsync($"/s/{field.Code()}/q1")).Heading);

        hearth.Clock.Forward(TimeSpan.FromMinutes(1));

        Assert.Equal("This survey has closed", (await hearth.Anyone().OpenAsync($"/s/{field.Code()}/q1")).Heading);
    }

    [Theory, BothDatabases]
    public async Task The_code_of_a_home_whose_tenant_was_forgotten_opens_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(
            hearth,
            invite: (_, invitation) =>
            {
                invitation.PersonId = null;
                return invitation;
            }
        );

        Assert.Equal([NotKnown], (await hearth.Anyone().OpenAsync($"/s/{field.Code()}")).Errors);
    }

    [Theory, BothDatabases]
    public async Task A_question_that_is_hidden_or_not_there_leads_back_to_the_start(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);

        foreach (var key in new[] { "q2", "q99", "..%2f..%2fsurveys" })
        {
            Assert.Equal("How warm is your home?", (await hearth.Anyone().OpenAsync($"/s/{field.Code()}/{key}")).Heading);
        }
    }

    [Theory, BothDatabases]
    public async Task Wrong_codes_are_counted_on_every_node_and_never_shut_out_a_home_with_a_right_one(DatabaseKind kind)
    {
        const string tooMany = "Too many wrong codes were tried. Look for the code in our letter, text or email, or ring us";
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        // all but one of them on another node
        await hearth.InScopeAsync(async scope =>
        {
            var guesses = scope.GetRequiredService<CodeGuesses>();
            for (var i = 1; i < CodeGuesses.Allowed; i++)
            {
                await guesses.WrongAsync(default);
            }
        });
        var home = hearth.Anyone();
        var question = await home.OpenAsync($"/s/{field.Code()}/q1");
        var chance = new Random(3);
        async Task<Page> TypeAsync(string code)
        {
            var neighbour = hearth.Anyone();
            return await neighbour.SubmitAsync(await neighbour.OpenAsync("/s"), new { Code = code });
        }
        Task<Page> GuessAsync() => TypeAsync(InvitationCode.Draw(chance.Next));

        Assert.Equal([tooMany], (await GuessAsync()).Errors);
        var refused = await GuessAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, tooMany), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal("Which rooms are cold?", (await home.SubmitAsync(question, new { Answer = "n" }, "Continue")).Heading);
        Assert.Equal("How warm is your home?", (await TypeAsync(field.Code())).Heading);
        Assert.Equal(
            CodeGuesses.Allowed,
            await hearth.InScopeAsync(scope => scope.GetRequiredService<HearthDb>().Set<WrongCode>().CountAsync())
        );
        hearth.Clock.Forward(CodeGuesses.Within + TimeSpan.FromSeconds(1));
        Assert.Equal([NotKnown], (await GuessAsync()).Errors);
        await hearth.InScopeAsync(scope => scope.GetServices<IJob>().Single(job => job.Name == "forget-wrong-codes").RunAsync(default));
        Assert.Equal(1, await hearth.InScopeAsync(scope => scope.GetRequiredService<HearthDb>().Set<WrongCode>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Every_page_of_answering_keeps_search_engines_and_caches_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);

        foreach (var path in new[] { "", "/q1", "/later" })
        {
            var page = await hearth.Anyone().OpenAsync($"/s/{field.Code()}{path}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(
                page.All("meta[name=robots]"),
                meta => meta.GetAttribute("content")!.Contains("noindex", StringComparison.Ordinal)
            );
            Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }
}
