// Answers from a survey company or keyed from paper: looked at first, taken in whole, once.
using System.Text;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Answering;

public sealed class ImportResponsesTests
{
    [Theory, BothDatabases]
    public async Task A_file_is_looked_at_then_taken_in_and_bad_rows_are_set_aside_with_their_reason(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 12);
        string Row(int home, string rest) => $"{field.Code(home)},{rest}";
        var file = string.Join(
            "\r\n",
            "Code,Channel,Date,q1,How satisfied are you with your heater?,q3,q4,q5,q7,Officer",
            Row(0, "paper,5/11/2026,Yes,fairly  SATISFIED,Bedroom; Bathroom,3,27/3/2025,\"Cold, \"\"very\"\"\r\ncold\",x"),
            Row(1, "telephone,2026-11-06,n,1,,,,,"),
            Row(2, "online,6/11/2026,Maybe,,,,,,"),
            Row(3, "pigeon,6/11/2026,y,,,,,,"),
            Row(4, "paper,1/11/2026,y,,,,,,"),
            Row(5, "paper,13/11/2026,y,,,,,,"),
            Row(6, "paper,soon,y,,,,,,"),
            Row(7, "paper,6/11/2026,,,,,,,"),
            Row(8, "paper,6/11/2026,y,,,99,,,"),
            Row(0, "paper,6/11/2026,n,,,,,,"),
            "ZZZZZZZZ,paper,6/11/2026,y,,,,,,",
            ",paper,6/11/2026,y,,,,,,",
            ",,,,,,,,,"
        );
        var maya = hearth.Staff();

        var page = await UploadAsync(maya, field, Encoding.UTF8.GetBytes(file));

        Assert.Equal("Check the file", page.Heading);
        Assert.Contains(
            "Columns that are no question of this surveyOfficer",
            page.Text.Replace("survey Officer", "surveyOfficer", StringComparison.Ordinal)
        );
        var reasons = page.All("table tbody tr td").Select(Page.Words).ToList();
        Assert.Equal(
            [
                "q1: ‘Maybe’ is not one of the answers",
                "The channel ‘pigeon’ is not known. Write online, paper, telephone, face to face or text",
                "1 November 2026 is before the survey opened",
                "13 November 2026 is still to come",
                "‘soon’ is not a date, like 27/3/2026",
                "No question is answered",
                "q4: Enter a number from 0 to 20",
                "The same home stands on row 2",
                "No home was asked with the code ‘ZZZZZZZZ’",
                "No tenancy reference and no code",
            ],
            reasons
        );
        Assert.Empty(await AnsweringTests.AnswersAsync(hearth));
        var aside = await maya.OpenAsync(page.LinkTo("All of them as CSV"));
        Assert.Contains("q1: ‘Maybe’ is not one of the answers", aside.Body, StringComparison.Ordinal);

        page = await maya.SubmitAsync(page, null, "Import the answers of 2 homes");

        Assert.Contains("The answers of 2 homes are in.", page.Text);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var paper = await db.Set<Response>().SingleAsync(r => r.Channel == ResponseChannel.Paper);
            Assert.Equal("""{"q1":["y"],"q2":["2"],"q3":["bed","bath"],"q4":["3"],"q5":["2025-03-27"]}""", paper.Answers);
            Assert.Equal(new DateOnly(2026, 11, 5), paper.At.DayInLondon());
            Assert.Equal("Cold, \"very\"\ncold", await db.Set<Comment>().Select(c => c.Text).SingleAsync());
            // the heater's question is not asked of a home without one
            Assert.Equal(
                """{"q1":["n"]}""",
                await db.Set<Response>().Where(r => r.Channel == ResponseChannel.Telephone).Select(r => r.Answers).SingleAsync()
            );
            Assert.Equal(
                ["Paper", "Telephone"],
                await scope.GetRequiredService<LoopLedger>().Participations.Select(p => p.Channel).Order().ToListAsync()
            );
        });
    }

    [Theory, BothDatabases]
    public async Task A_weight_is_kept_with_the_answers_and_one_that_cannot_be_sets_its_row_aside(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 8);
        string[] weights = ["1.25", "0.8", "0", "-1", "1e9", "heavy", "", "0.00000000001"];
        var file = "code,q1,weight\n" + string.Join('\n', weights.Select((weight, home) => $"{field.Code(home)},n,{weight}"));
        var maya = hearth.Staff();

        var page = await UploadAsync(maya, field, Encoding.UTF8.GetBytes(file));

        Assert.Equal(
            [
                "The weight ‘0’ must be more than 0: a home that does not count has no row",
                "The weight ‘-1’ must be more than 0: a home that does not count has no row",
                "The weight ‘1e9’ is too large. One home may count for 1,000 at the most",
                "The weight ‘heavy’ is not a number, like 1.25",
                "The weight is missing. Give every home one, like 1.25, or take the column out",
                "The weight ‘0.00000000001’ is too small to count",
            ],
            page.All("table tbody tr td").Select(Page.Words)
        );
        Assert.Contains("From 0.8 to 1.25.", page.Text, StringComparison.Ordinal);
        await maya.SubmitAsync(page, null, "Import the answers of 2 homes");
        await hearth.InScopeAsync(async scope =>
            Assert.Equal(
                [0.8m, 1.25m],
                (
                    await scope.GetRequiredService<HearthDb>().Set<Response>().Select(response => response.Weight!.Value).ToListAsync()
                ).Order()
            )
        );
    }

    [Theory, BothDatabases]
    public async Task The_same_file_twice_is_the_same_homes_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 3);
        var phone = hearth.Anyone();
        await phone.SubmitAsync(await OneAnswerAHomeTests.ToCheckAsync(phone, field, "y"), null, "Send my answers");
        var file = Encoding.UTF8.GetBytes($"code;q1\n{field.Code(0)};n\n{field.Code(1).ToLowerInvariant()};n\n{field.Code(2)};Yes\n");
        var maya = hearth.Staff();

        var page = await UploadAsync(maya, field, file);
        page = await maya.SubmitAsync(page, null, "Import the answers of 2 homes");
        Assert.Contains(
            "have answered before3",
            page.Text.Replace(" ", "", StringComparison.Ordinal)
                .Replace("haveansweredbefore", "have answered before", StringComparison.Ordinal)
        );
        page = await UploadAsync(maya, field, file);
        Assert.DoesNotContain("Import the answers of", page.Text, StringComparison.Ordinal);

        Assert.Equal(3, (await AnsweringTests.AnswersAsync(hearth)).Count);
        Assert.Equal(3, await hearth.InScopeAsync(s => s.GetRequiredService<LoopLedger>().Participations.CountAsync()));
        Assert.Equal("Somebody in your home has already answered", (await hearth.Anyone().OpenAsync($"/s/{field.Code(1)}")).Heading);
    }

    [Theory]
    [InlineData("", "Choose a CSV file")]
    [InlineData("code,q1\nx,\"y\nz,n\nw,n\n", "On row 2 a quotation mark opens that is never closed. Close it, or take it out")]
    [InlineData("\n\n", "The file has no rows. Choose a CSV file with a row of headings and a row for each home")]
    [InlineData("code,q1\n", "The file has no rows. Choose a CSV file with a row of headings and a row for each home")]
    [InlineData(
        "name,q1\nx,y\n",
        "The file must have a column called ‘tenancy reference’ or ‘code’, so that each row is known to be one home’s"
    )]
    [InlineData(
        "code,colour\nx,y\n",
        "No column of the file is a question of this survey. Head each with the question’s key (q1), its measure (TP01) or its words"
    )]
    [InlineData("\0\u0001\u0002binary", "The file has no rows. Choose a CSV file with a row of headings and a row for each home")]
    public async Task A_file_that_holds_no_answers_is_named(string content, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var field = await Field.OpenAsync(hearth);

        var page = await UploadAsync(hearth.Staff(), field, Encoding.UTF8.GetBytes(content));

        Assert.Contains(
            page.Errors.Single(),
            new[] { words, "The file must have a column called ‘tenancy reference’ or ‘code’, so that each row is known to be one home’s" }
        );
    }

    [Theory, BothDatabases]
    public async Task Another_surveys_code_and_a_closed_or_unopened_survey(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, other) = (await Field.OpenAsync(hearth, change: s => s.Status = SurveyStatus.Closed), await Field.OpenAsync(hearth));
        var draft = await Field.OpenAsync(hearth, change: s => s.Status = SurveyStatus.Draft);
        var maya = hearth.Staff();

        var page = await UploadAsync(maya, field, Encoding.UTF8.GetBytes($"code,q1\n{other.Code()},y\n{field.Code()},y\n"));
        Assert.Contains($"No home was asked with the code ‘{other.Code()}’", page.Text);
        await maya.SubmitAsync(page, null, "Import the answers of 1 home");
        Assert.Single(await AnsweringTests.AnswersAsync(hearth));

        page = await UploadAsync(maya, draft, Encoding.UTF8.GetBytes($"code,q1\n{draft.Code()},y\n"));
        Assert.Equal(["This survey has not been opened, so nobody has been asked yet"], page.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_file_is_gone_a_day_after_it_was_uploaded(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var maya = hearth.Staff();
        var page = await UploadAsync(maya, field, Encoding.UTF8.GetBytes($"code,q1\n{field.Code()},y\n"));
        Task RunAsync() =>
            hearth.InScopeAsync(s => s.GetServices<IJob>().Single(job => job.Name == "forget-uploaded-responses").RunAsync(default));

        hearth.Clock.Forward(TimeSpan.FromHours(23));
        await RunAsync();
        Assert.Equal("Check the file", (await maya.OpenAsync(page.Path)).Heading);
        hearth.Clock.Forward(TimeSpan.FromHours(2));
        await RunAsync();

        Assert.Equal("Import answers", (await maya.OpenAsync(page.Path)).Heading);
    }

    [Theory, BothDatabases]
    public async Task Paper_and_web_at_the_same_moment_make_one_response(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 6);
        var maya = hearth.Staff();
        var page = await UploadAsync(
            maya,
            field,
            Encoding.UTF8.GetBytes("code,q1\n" + string.Join('\n', Enumerable.Range(0, 6).Select(home => $"{field.Code(home)},n")))
        );
        var sends = new List<Task<Page>>();
        for (var home = 0; home < 6; home++)
        {
            var phone = hearth.Anyone();
            var check = await OneAnswerAHomeTests.ToCheckAsync(phone, field, "y", home);
            sends.Add(phone.SubmitAsync(check, null, "Send my answers"));
        }
        sends.Add(maya.SubmitAsync(page, null, "Import the answers of"));

        await Task.WhenAll(sends);

        Assert.Equal(6, (await AnsweringTests.AnswersAsync(hearth)).Count);
        Assert.Equal(6, await hearth.InScopeAsync(s => s.GetRequiredService<LoopLedger>().Participations.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_home_whose_tenant_was_forgotten_is_set_aside_by_tenancy_as_by_code(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var moved = await hearth.MoveInAsync(new NewTenant(), new NewTenant());
        var field = await Field.OpenAsync(
            hearth,
            homes: 2,
            invite: (i, made) =>
                new Invitation
                {
                    SurveyId = made.SurveyId,
                    HouseholdId = moved[i].HouseholdId,
                    // the first was asked through somebody who has been forgotten; another of the home stands for it now
                    PersonId = i == 0 ? null : moved[i].PersonId,
                    Code = made.Code,
                    Ward = made.Ward,
                    Neighbourhood = made.Neighbourhood,
                    Patch = made.Patch,
                    Tenure = made.Tenure,
                    Locality = made.Locality,
                    AgeBand = made.AgeBand,
                    CreatedAt = made.CreatedAt,
                }
        );
        var maya = hearth.Staff();

        var page = await UploadAsync(
            maya,
            field,
            Encoding.UTF8.GetBytes(
                $"code,tenancy reference,q1\n,{moved[0].TenancyReference},n\n{field.Code()},,n\n,{moved[1].TenancyReference},n"
            )
        );

        Assert.Equal(
            ["The tenant of this home was forgotten", "The tenant of this home was forgotten"],
            page.All("table tbody tr td").Select(Page.Words)
        );
        await maya.SubmitAsync(page, null, "Import the answers of");
        Assert.Single(await AnsweringTests.AnswersAsync(hearth));
    }

    private static async Task<Page> UploadAsync(Browser maya, Field field, byte[] file)
    {
        var page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/responses/import");
        return await maya.SubmitAsync(page, [], file.Length == 0 ? [] : [("Sheet", "answers.csv", file)], "Continue");
    }
}
