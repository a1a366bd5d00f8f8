// Forms that come back by post: keyed by number, one a home, some keyed twice, differences settled and the figures put right.
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Paper;

public sealed class KeyingTests
{
    private static readonly Guid Ada = new("019a7000-0000-7000-8000-0000000000a1");
    private static readonly Guid Ben = new("019a7000-0000-7000-8000-0000000000b2");

    [Theory, BothDatabases]
    public async Task A_form_is_keyed_by_the_numbers_of_its_boxes_and_counts_as_one_answer_on_paper(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 2);
        var officer = hearth.Staff(id: Ada, name: "Ada Bell");

        var sheet = await FindAsync(officer, field, field.Code().ToLowerInvariant());
        Assert.Contains("Do you have a heater?", sheet.Text);
        var next = await KeyAsync(officer, sheet, "1", "2", "12", "4", "3 11 2025", "Kitchen", "The landing is cold.");

        Assert.Contains($"Form {InvitationCode.Shown(field.Code())} is in.", next.Text);
        var response = await OneAsync<Response>(hearth);
        Assert.Equal(ResponseChannel.Paper, response.Channel);
        Assert.Equal("""{"q1":["y"],"q2":["2"],"q3":["bed","bath"],"q4":["4"],"q5":["2025-11-03"]}""", response.Answers);
        var words = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<Comment>().Select(c => c.Text).Order().ToListAsync()
        );
        Assert.Equal(["Kitchen", "The landing is cold."], words.Order(StringComparer.Ordinal));
        var part = await hearth.InScopeAsync(s => s.GetRequiredService<LoopLedger>().Participations.SingleAsync());
        Assert.Equal("Paper", part.Channel);
        var audit = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().SingleAsync(a => a.Action == "KeyPaper")
        );
        Assert.Equal("Ada Bell", audit.ActorName);
        Assert.DoesNotContain("Kitchen", (await OneAsync<PaperSheet>(hearth)).Keys);
    }

    [Theory, BothDatabases]
    public async Task A_mark_nobody_can_read_is_kept_as_such_and_a_question_that_was_passed_over_is_asked_for(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff(id: Ada);

        var refused = await KeyAsync(officer, await FindAsync(officer, field, field.Code()), "1", "7", "x", "", "-", "-", "-");
        Assert.Equal(
            [
                "Key a box from 1 to 6, x if the mark cannot be read, or - if there is none",
                "Key question 4, or - if the paper is blank there",
            ],
            refused.Errors
        );
        Assert.Equal("x", refused.All("#Keys_q3_").Single().GetAttribute("value"));
        Assert.Equal("7", refused.All("#Keys_q2_").Single().GetAttribute("value"));

        await KeyAsync(officer, refused, "1", "6", "x", "-", "-", "-", "-");
        Assert.Equal("""{"q1":["y"],"q2":["na"]}""", (await OneAsync<Response>(hearth)).Answers);
        Assert.Equal(1, (await OneAsync<PaperSheet>(hearth)).Unreadable);
        Assert.Contains("mark nobody could read1", (await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper")).Text);
    }

    [Theory, BothDatabases]
    public async Task Answers_that_the_route_passes_are_left_out_and_said_so(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff(id: Ada);

        var next = await KeyAsync(officer, await FindAsync(officer, field, field.Code()), "2", "1", "-", "-", "-", "-", "-");

        Assert.Contains("1 answers that its route passes were left out", next.Text);
        Assert.Equal("""{"q1":["n"]}""", (await OneAsync<Response>(hearth)).Answers);
    }

    [Theory, BothDatabases]
    public async Task A_home_that_answered_on_the_web_is_not_counted_twice_and_wrong_codes_are_explained(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 2);
        var other = await Field.OpenAsync(hearth, change: survey => survey.Title = "Repairs");
        await field.AnswerAsync(hearth, 1, _ => new() { ["q1"] = ["n"] });
        var officer = hearth.Staff(id: Ada);

        Assert.StartsWith(
            "This home answered online, on Thursday 12 November. One answer a home counts",
            Assert.Single((await FindAsync(officer, field, field.Code())).Errors)
        );
        Assert.StartsWith("No home was asked with this code", Assert.Single((await FindAsync(officer, field, "2222 2222")).Errors));
        Assert.StartsWith(
            "This sheet belongs to another survey: Repairs",
            Assert.Single((await FindAsync(officer, field, other.Code())).Errors)
        );
        Assert.Equal(["Key the code at the foot of the form"], (await FindAsync(officer, field, "")).Errors);
        var early = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/key"),
            Fields(("Code", field.Code(1)), ("ReceivedOn.Day", "1"), ("ReceivedOn.Month", "11"), ("ReceivedOn.Year", "2026")),
            "Find"
        );
        Assert.StartsWith("The day the sheet came in must be from Monday 2 November to Thursday 12 November", Assert.Single(early.Errors));
        Assert.Equal(1, await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_same_form_sent_twice_is_taken_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff(id: Ada);
        var sheet = await FindAsync(officer, field, field.Code());

        await KeyAsync(officer, sheet, "2", "", "-", "-", "-", "-", "-");
        var again = await KeyAsync(officer, sheet, "2", "", "-", "-", "-", "-", "-");

        Assert.Contains($"Form {InvitationCode.Shown(field.Code())} is in.", again.Text);
        await OneAsync<Response>(hearth);
        await OneAsync<PaperSheet>(hearth);
    }

    [Theory, BothDatabases]
    public async Task A_second_person_keys_it_blind_and_what_differs_is_settled_from_the_paper(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 30);
        await field.AnswerAsync(hearth, 20, _ => new() { ["q1"] = ["y"], ["q2"] = ["1"] });
        var (ada, ben) = (hearth.Staff(id: Ada, name: "Ada Bell"), hearth.Staff(id: Ben, name: "Ben Ash"));
        await KeyAsync(ada, await FindAsync(ada, field, field.Code(25)), "1", "2", "1", "4", "-", "-", "-");
        var results = $"/surveys/{field.Survey.Id}/results";
        Assert.Contains("100.0% satisfied", (await ben.OpenAsync(results)).Text);

        Assert.Contains("There is no form for you to key again", (await ada.OpenAsync($"/surveys/{field.Survey.Id}/paper/again")).Text);
        var blind = await ben.OpenAsync($"/surveys/{field.Survey.Id}/paper/again");
        Assert.Contains(InvitationCode.Shown(field.Code(25)), blind.Text);
        Assert.All(blind.All("main input.govuk-input"), input => Assert.True(string.IsNullOrEmpty(input.GetAttribute("value"))));
        var settle = await ben.SubmitAsync(
            blind,
            Fields(("Keys[q1]", "1"), ("Keys[q2]", "5"), ("Keys[q3]", "1"), ("Keys[q4]", "4"), ("Keys[q5]", "-")),
            "Compare"
        );

        Assert.Equal("What does the paper say?", settle.Heading);
        Assert.Contains("Fairly satisfied (Ada Bell)", settle.Text);
        Assert.Contains("Very dissatisfied (Ben Ash)", settle.Text);
        Assert.Equal(["Choose what the paper says at question 2"], (await ben.SubmitAsync(settle)).Errors);
        var desk = await ben.SubmitAsync(settle, Fields(("Right[q2]", "second")));

        Assert.Contains("answers keyed differently20.0%1 of 5", desk.Text);
        var paper = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<Response>().SingleAsync(r => r.Channel == ResponseChannel.Paper)
        );
        Assert.Equal("""{"q1":["y"],"q2":["5"],"q3":["bed"],"q4":["4"]}""", paper.Answers);
        // 20 of 21 homes: the page that was looked at before shows the answer put right
        Assert.Contains("95.2% satisfied", (await ben.OpenAsync(results)).Text);
    }

    [Theory, BothDatabases]
    public async Task The_printed_form_carries_the_home_s_code_on_every_side_and_only_homes_asked_by_letter_get_one(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 3, invite: (home, asked) => home < 2 ? ByLetter(asked) : asked);
        await field.AnswerAsync(hearth, 1, _ => new() { ["q1"] = ["n"] });
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/print");
        Assert.All(page.All("article"), side => Assert.Contains(InvitationCode.Shown(field.Code(1)), Page.Words(side)));
        Assert.Contains("No. Go to question 3", page.Text);
        Assert.Contains("Only if you answered ‘Yes’ to question 1.", page.Text);
        Assert.Contains("1 of 1 form", page.Text);
        var large = await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/print?look=large&code={field.Code(2)}");
        Assert.All(large.All("article"), side => Assert.Contains(InvitationCode.Shown(field.Code(2)), Page.Words(side)));
        Assert.Contains("No form to print", (await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/print?code={field.Code(0)}")).Text);
    }

    private static async Task<Page> FindAsync(Browser officer, Field field, string code) =>
        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/key"), Fields(("Code", code)), "Find");

    private static Task<Page> KeyAsync(Browser officer, Page sheet, params string[] keys) =>
        officer.SubmitAsync(sheet, Fields([.. keys.Select((key, at) => ($"Keys[q{at + 1}]", key))]), "Save");

    private static List<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];

    private static Task<T> OneAsync<T>(HearthApp hearth)
        where T : class => hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<T>().AsNoTracking().SingleAsync());

    private static Invitation ByLetter(Invitation asked) =>
        new()
        {
            SurveyId = asked.SurveyId,
            HouseholdId = asked.HouseholdId,
            PersonId = asked.PersonId,
            Code = asked.Code,
            Ward = asked.Ward,
            Neighbourhood = asked.Neighbourhood,
            Patch = asked.Patch,
            Tenure = asked.Tenure,
            Locality = asked.Locality,
            AgeBand = asked.AgeBand,
            AskedBy = Channel.Letter,
            CreatedAt = asked.CreatedAt,
        };
}
