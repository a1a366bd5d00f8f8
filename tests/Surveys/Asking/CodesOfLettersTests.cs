// A tenant without e-mail signs in with the code of their letter: once, and with no hint to anybody else which codes there are.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking;

public sealed class CodesOfLettersTests
{
    private const string NotKnown = "We do not know this code. Check it against your letter. An old letter’s code may have ended";

    [Theory, BothDatabases]
    public async Task The_code_of_a_letter_signs_its_reader_in_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var olive = (await hearth.MoveInAsync(new NewTenant { GivenName = "Olive", FamilyName = "Marsh" }))[0];
        var code = InvitationCode.Shown((await AskAsync(hearth, olive, Channel.Letter)).Code).ToLowerInvariant();

        var page = await SignInAsync(hearth.Anyone(), code);
        Assert.Equal("/me", page.Path);
        Assert.Contains("Olive", page.Text, StringComparison.Ordinal);

        Assert.Equal([NotKnown], (await SignInAsync(hearth.Anyone(), code)).Errors);
        Assert.Equal(["code from a letter"], await hearth.AuditAsync("SignIn"));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_use_a_code_in_the_same_moment_one_comes_in(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var olive = (await hearth.MoveInAsync(new NewTenant()))[0];
        var invitation = await AskAsync(hearth, olive, Channel.Letter);

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SignInAsync(hearth.Anyone(), invitation.Code)));

        Assert.Single(pages, page => page.Path == "/me");
    }

    [Theory, BothDatabases]
    public async Task No_other_code_signs_anybody_in_and_each_is_refused_in_the_same_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var people = await hearth.MoveInAsync(Enumerable.Range(0, 5).Select(_ => new NewTenant()));
        var today = new DateOnly(2026, 11, 12);
        string[] codes =
        [
            (await AskAsync(hearth, people[0], Channel.Email)).Code,
            (await AskAsync(hearth, people[1], null)).Code,
            (await AskAsync(hearth, people[2], Channel.Letter, survey => survey.Status = SurveyStatus.Draft)).Code,
            (
                await AskAsync(
                    hearth,
                    people[3],
                    Channel.Letter,
                    survey => (survey.Status, survey.ClosesOn) = (SurveyStatus.Closed, today.AddDays(-29))
                )
            ).Code,
            (await AskAsync(hearth, null, Channel.Letter)).Code,
            "7K4M2QXR",
            "nonsense",
        ];

        foreach (var code in codes)
        {
            Assert.Equal([NotKnown], (await SignInAsync(hearth.Anyone(), code)).Errors);
        }
        var justClosed = await AskAsync(
            hearth,
            people[4],
            Channel.Letter,
            survey => (survey.Status, survey.ClosesOn) = (SurveyStatus.Closed, today.AddDays(-28))
        );
        Assert.Equal("/me", (await SignInAsync(hearth.Anyone(), justClosed.Code)).Path);
    }

    [Theory, BothDatabases]
    public async Task A_tenant_first_asked_by_e_mail_signs_in_with_the_code_of_the_letter_that_came_later(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var olive = (
            await hearth.MoveInAsync(
                new NewTenant { GivenName = "Olive", Email = "olive@post.example" },
                new NewTenant { GivenName = "Noor", Email = "noor@post.example" }
            )
        )[0];
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.InScopeAsync(async services =>
        {
            var sql = services.GetRequiredService<HearthDb>().Database;
            await sql.ExecuteSqlAsync($"UPDATE messaging_message SET \"Status\" = 'Sent'");
            await sql.ExecuteSqlAsync($"UPDATE people_person SET \"Email\" = NULL WHERE \"Id\" = {olive.PersonId}");
        });
        hearth.Clock.Forward(TimeSpan.FromDays(8));
        var invitations = await hearth.InvitationsAsync(survey);
        var hers = invitations.Single(i => i.PersonId == olive.PersonId);
        Assert.Equal((Channel.Email, null), (hers.AskedBy, hers.CodeInLetterAt));
        Assert.Equal([NotKnown], (await SignInAsync(hearth.Anyone(), hers.Code)).Errors);

        var officer = hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{survey}/remind"), button: "Remind 2 households");

        Assert.Equal("/me", (await SignInAsync(hearth.Anyone(), hers.Code)).Path);
        Assert.Equal([NotKnown], (await SignInAsync(hearth.Anyone(), invitations.Single(i => i != hers).Code)).Errors);
    }

    [Theory, BothDatabases]
    public async Task After_twenty_tries_a_right_code_has_to_wait_too(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var olive = (await hearth.MoveInAsync(new NewTenant()))[0];
        var invitation = await AskAsync(hearth, olive, Channel.Letter);
        for (var i = 0; i < 20; i++)
        {
            await SignInAsync(hearth.Anyone(), "7K4M2QXR");
        }

        Assert.Equal(
            ["You have tried too many times. Wait 15 minutes and try again"],
            (await SignInAsync(hearth.Anyone(), invitation.Code)).Errors
        );
        hearth.Clock.Forward(TimeSpan.FromMinutes(16));
        Assert.Equal("/me", (await SignInAsync(hearth.Anyone(), invitation.Code)).Path);
    }

    private static async Task<Page> SignInAsync(Browser browser, string code)
    {
        var page = await browser.OpenAsync((await browser.OpenAsync("/sign-in")).LinkTo("Sign in with the code in my letter"));
        return await browser.SubmitAsync(page, new { Code = code });
    }

    private static async Task<Invitation> AskAsync(HearthApp hearth, MovedIn? tenant, Channel? by, Action<Survey>? change = null)
    {
        var field = await Field.OpenAsync(
            hearth,
            change: change,
            invite: (_, asked) =>
                new()
                {
                    SurveyId = asked.SurveyId,
                    HouseholdId = tenant?.HouseholdId ?? asked.HouseholdId,
                    PersonId = tenant?.PersonId,
                    Code = asked.Code,
                    AskedBy = by,
                    CreatedAt = asked.CreatedAt,
                    CodeInLetterAt = by == Channel.Letter ? asked.CreatedAt : null,
                }
        );
        return field.Invitations[0];
    }
}
