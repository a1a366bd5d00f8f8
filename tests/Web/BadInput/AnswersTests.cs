// Answers that no page of ours would send: what they are told, and that nobody else's answers are touched.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests.BadInput;

public sealed class AnswersTests
{
    [Theory, BothDatabases]
    public async Task A_code_is_found_however_it_is_typed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (codes, _) = await AskAsync(hearth);
        var code = codes[0];

        foreach (
            var typed in new[]
            {
                $" {code[..4].ToLowerInvariant()} {code[4..].ToLowerInvariant()} ",
                $"{code[..2]}-{code[2..6]}–{code[6..]}",
                $"\t{code}\u00A0",
            }
        )
        {
            var phone = hearth.Anyone();
            var page = await phone.SubmitAsync(await phone.OpenAsync("/s"), new { Code = typed });
            Assert.True(
                page.Path.StartsWith($"/s/{code}", StringComparison.Ordinal),
                $"“{typed}” came to {page.Path}: {string.Join(' ', page.Errors)}"
            );
        }
    }

    [Theory, BothDatabases]
    public async Task Whoever_sends_anothers_page_with_a_changed_address_answers_only_for_the_address(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (codes, _) = await AskAsync(hearth);
        var (mine, theirs) = (hearth.Anyone(), hearth.Anyone());
        var check = await ToCheckAsync(mine, codes[0], "y");
        await ToCheckAsync(theirs, codes[1], "n");

        // hidden fields that name another home, another survey, another way of answering: nobody asks for them
        var sent = await mine.SubmitAsync(
            check,
            new
            {
                Code = codes[1],
                InvitationId = Guid.CreateVersion7(),
                HouseholdId = Guid.CreateVersion7(),
                Answers = "{\"q1\":[\"n\"]}",
                Channel = "Paper",
            },
            "Send my answers"
        );

        Assert.Equal("Thank you. We have your answers.", sent.Heading);
        Assert.Equal(
            [$$"""{{codes[0]}} | Online | {"q1":["y"],"q2":["y"]}"""],
            await hearth.Database.RowsAsync(
                "SELECT i.\"Code\", r.\"Channel\", r.\"Answers\" FROM surveys_response r JOIN surveys_invitation i ON i.\"Id\" = r.\"InvitationId\""
            )
        );
        Assert.Equal(1, await hearth.Database.CountAsync("surveys_draft"));
    }

    [Theory, BothDatabases]
    public async Task A_mark_of_sending_from_one_home_is_of_no_use_to_another(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (codes, _) = await AskAsync(hearth);
        var (mine, theirs) = (hearth.Anyone(), hearth.Anyone());
        var myCheck = await ToCheckAsync(mine, codes[0], "y");
        var theirCheck = await ToCheckAsync(theirs, codes[1], "n");
        var mark = myCheck.All("input[name=Sending]")[0].GetAttribute("value")!;

        await mine.SubmitAsync(myCheck, null, "Send my answers");
        var sent = await theirs.SubmitAsync(theirCheck, new { Sending = mark }, "Send my answers");

        Assert.True(sent.Status < HttpStatusCode.InternalServerError, $"{sent.Status}");
        var answers = await hearth.Database.RowsAsync(
            "SELECT i.\"Code\", r.\"Answers\" FROM surveys_response r JOIN surveys_invitation i ON i.\"Id\" = r.\"InvitationId\""
        );
        Assert.Contains($$"""{{codes[0]}} | {"q1":["y"],"q2":["y"]}""", answers);
        // thanked means taken; not taken means the answers are still kept
        Assert.Equal(sent.Heading == "Thank you. We have your answers." ? 2 : 1, answers.Count);
        Assert.Equal(2, answers.Count + await hearth.Database.CountAsync("surveys_draft"));
    }

    [Theory, BothDatabases]
    public async Task A_survey_that_closes_while_somebody_answers_takes_nothing_more_and_says_so(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (codes, _) = await AskAsync(hearth);
        var phone = hearth.Anyone();
        var check = await ToCheckAsync(phone, codes[0], "y");
        hearth.Clock.Forward(TimeSpan.FromDays(30));

        var told = await phone.SubmitAsync(check, null, "Send my answers");

        Assert.EndsWith("/not-now", told.Path, StringComparison.Ordinal);
        Assert.Contains("closed", told.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await hearth.Database.CountAsync("surveys_response"));
    }

    [Theory, BothDatabases]
    public async Task Many_answers_to_a_question_that_takes_one_are_refused(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (codes, _) = await AskAsync(hearth);
        var phone = hearth.Anyone();
        var question = await phone.OpenAsync($"/s/{codes[0]}/q1");

        var refused = await phone.SubmitAsync(
            question,
            (List<KeyValuePair<string, string>>)[KeyValuePair.Create("Answer", "y"), KeyValuePair.Create("Answer", "n")],
            "Continue"
        );

        Assert.NotEmpty(refused.Errors);
        Assert.Equal(0, await hearth.Database.CountAsync("surveys_draft"));
    }

    [Theory, BothDatabases]
    public async Task The_publics_own_pages_take_no_staff_form(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, survey) = await AskAsync(hearth);
        var tenant = hearth.Anyone();
        var token = (await tenant.OpenAsync("/s")).All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!;

        foreach (
            var path in new[]
            {
                $"/surveys/{survey}/close",
                $"/surveys/{survey}/delete",
                $"/surveys/{survey}/results/responses.csv",
                "/settings/landlord",
            }
        )
        {
            var page = await tenant.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, path)
                {
                    Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]),
                }
            );
            Assert.StartsWith("/staff/sign-in", page.Path, StringComparison.Ordinal);
        }
        Assert.Equal(["Open"], await hearth.Database.RowsAsync("SELECT \"Status\" FROM surveys_survey"));
    }

    private static async Task<(List<string> Codes, Guid Survey)> AskAsync(HearthApp hearth)
    {
        var tenants = await hearth.MoveInAsync(new NewTenant(), new NewTenant { GivenName = "Jo", FamilyName = "Reed" });
        var survey = await hearth.AskAsync(new AskedSurvey { Asked = tenants, YesOrNo = ["Is your home warm?", "Is it dry?"] });
        return (await hearth.Database.RowsAsync("SELECT \"Code\" FROM surveys_invitation"), survey);
    }

    private static async Task<Page> ToCheckAsync(Browser phone, string code, string answer)
    {
        var next = await phone.SubmitAsync(await phone.OpenAsync($"/s/{code}/q1"), new { Answer = answer }, "Continue");
        return await phone.SubmitAsync(next, new { Answer = answer }, "Continue");
    }
}
