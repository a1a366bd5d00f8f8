// Grids, rankings and photographs, from the page to the figures, without a script.
using System.Text;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Answering;

public sealed class NewKindsTests
{
    [Theory, BothDatabases]
    public async Task A_household_answers_a_grid_a_ranking_and_adds_a_photograph_without_a_script(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, ask: NewKinds);
        var phone = hearth.Anyone();

        var page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        Assert.Equal(["Repairs", "Cleaning", "Parking"], page.All(".hearth-matrix legend").Select(Page.Words));
        page = await phone.SubmitAsync(
            page,
            [KeyValuePair.Create("Answer.r1", "2"), KeyValuePair.Create("Answer.r3", "na")],
            [],
            "Continue"
        );

        Assert.Equal("What should we do first?", page.Heading);
        page = await phone.SubmitAsync(page, null, "Make 1st: Lights");
        Assert.Contains("Lights is now 1st.", page.Text);
        page = await phone.SubmitAsync(page, null, "Make 2nd: Doors");
        page = await phone.SubmitAsync(page, null, "Up: move Doors to 1st");
        Assert.Equal(["Doors", "Lights"], page.All("ol.hearth-rank b").Select(Page.Words));
        Assert.Contains("You have chosen 2.", page.Text);
        page = await phone.SubmitAsync(page, null, "Continue");

        Assert.Equal("Show us the damp", page.Heading);
        page = await phone.SubmitAsync(page, [], [("Answer", "my kitchen.jpeg", Pictures.JpegWithPlace())], "Add this file");
        Assert.Contains("my kitchen.jpg 1 kB", page.Text);
        page = await phone.SubmitAsync(page, [], [("Answer", "letter.png", Pictures.PngWithPlace())], "Continue");

        Assert.Equal("Check your answers before you send them", page.Heading);
        Assert.Equal(
            ["Repairs: Fairly satisfied Parking: Not applicable/ don't know", "1. Doors 2. Lights", "2 photos or files"],
            page.All(".govuk-summary-list__value").Select(Page.Words)
        );
        page = await phone.SubmitAsync(page, null, "Send my answers");

        Assert.Equal("Thank you. We have your answers.", page.Heading);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var files = await db.Set<SentFile>().OrderBy(file => file.Id).ToListAsync();
            Assert.Equal(
                $$"""{"q1-r1":["2"],"q1-r3":["na"],"q2":["d","l"],"q3":["{{files[0].Id}}","{{files[1].Id}}"]}""",
                (await db.Set<Response>().SingleAsync()).Answers
            );
            Assert.All(files, file => Assert.Equal(hearth.Clock.GetUtcNow(), file.SentAt));
            // sealed: what lies in the database is no picture
            Assert.False(Pictures.Holds(files[0].Content, "JFIF"u8));
        });
    }

    [Fact]
    public async Task What_is_wrong_with_a_new_kind_of_answer_is_said_and_what_was_chosen_stays()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var field = await Field.OpenAsync(hearth, ask: NewKinds);
        var phone = hearth.Anyone();

        var page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        Assert.Equal(
            ["Choose an answer for at least one line, or press ‘Skip this question’"],
            (await phone.SubmitAsync(page, null, "Continue")).Errors
        );
        var wrong = await phone.SubmitAsync(
            page,
            [KeyValuePair.Create("Answer.r1", "4"), KeyValuePair.Create("Answer.r2", "9")],
            [],
            "Continue"
        );
        Assert.Equal(["Choose one of the answers on this page for each line"], wrong.Errors);
        Assert.True(wrong.All("input[name='Answer.r1'][value='4']").Single().HasAttribute("checked"));

        page = await phone.OpenAsync($"/s/{field.Code()}/q2");
        Assert.Equal(["Choose what comes first, or press ‘Skip this question’"], (await phone.SubmitAsync(page, null, "Continue")).Errors);
        var tooMany = await phone.SubmitAsync(
            page,
            [KeyValuePair.Create("Answer", "d"), KeyValuePair.Create("Answer", "l"), KeyValuePair.Create("Answer", "g")],
            [],
            "Continue"
        );
        Assert.Equal(["Choose 2 at most. Take out the others"], tooMany.Errors);
    }

    [Fact]
    public async Task A_grid_that_must_be_answered_names_the_lines_that_are_missing()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var field = await Field.OpenAsync(
            hearth,
            ask: survey =>
            {
                var questions = NewKinds(survey);
                questions[0].Required = true;
                return questions;
            }
        );
        var phone = hearth.Anyone();

        var page = await phone.SubmitAsync(
            await phone.OpenAsync($"/s/{field.Code()}/q1"),
            [KeyValuePair.Create("Answer.r2", "1")],
            [],
            "Continue"
        );

        Assert.Equal(["Choose an answer for: Repairs, Parking"], page.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_file_that_is_refused_loses_none_of_those_before_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, ask: NewKinds);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q3");
        page = await phone.SubmitAsync(page, [], [("Answer", "damp.jpg", Pictures.JpegWithPlace())], "Add this file");

        page = await phone.SubmitAsync(page, [], [("Answer", "photo.jpg", Encoding.ASCII.GetBytes("MZ this is a program"))], "Continue");
        Assert.Equal(["We can take photos (JPEG, PNG or WebP) and PDFs. Choose another file"], page.Errors);
        Assert.Contains("damp.jpg", page.Text);
        page = await phone.SubmitAsync(page, [], [("Answer", "large.jpg", new byte[Cleaned.Largest + 1])], "Continue");
        Assert.Equal(["This file is larger than 10 MB. Choose a smaller one, or take the photo again with less detail"], page.Errors);
        Assert.Contains("damp.jpg", page.Text);

        page = await phone.SubmitAsync(page, null, "Take it out: damp.jpg");
        Assert.DoesNotContain("damp.jpg", page.Text);
        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<SentFile>().AnyAsync()));
        page = await phone.SubmitAsync(page, null, "Continue");
        Assert.Equal(["Choose a photo or file, or press ‘Skip this question’"], page.Errors);
    }

    [Theory, BothDatabases]
    public async Task Only_those_who_run_surveys_open_what_was_sent_and_it_comes_as_something_to_save(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 2, ask: NewKinds);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        page = await phone.SubmitAsync(page, null, "Skip this question");
        page = await phone.SubmitAsync(page, null, "Skip this question");
        page = await phone.SubmitAsync(page, [], [("Answer", "my kitchen.jpeg", Pictures.JpegWithPlace())], "Continue");
        var id = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<SentFile>().Select(f => f.Id).SingleAsync());
        var address = $"/surveys/{field.Survey.Id}/files/{id}";
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await hearth.Staff().OpenAsync(address)).Status);

        await phone.SubmitAsync(page, null, "Send my answers");

        Assert.Contains("my kitchen.jpg", (await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/files")).Text);
        var file = await hearth.Staff().OpenAsync(address);
        Assert.Equal("image/jpeg", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", file.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Cleaned.From(Pictures.JpegWithPlace()).Content, file.Bytes);
        var audit = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().SingleAsync(a => a.Action == "OpenSentFile")
        );
        Assert.Equal("Maya Desai", audit.ActorName);
        foreach (
            var other in new[] { hearth.Anyone(), hearth.Tenant(field.Invitations[0].PersonId!.Value), hearth.Staff(Role.HousingOfficer) }
        )
        {
            Assert.NotEqual("image/jpeg", (await other.OpenAsync(address)).Response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory, BothDatabases]
    public async Task Forgetting_a_person_takes_their_photographs_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, ask: NewKinds);
        var phone = hearth.Anyone();
        await phone.SubmitAsync(
            await phone.OpenAsync($"/s/{field.Code()}/q3"),
            [],
            [("Answer", "damp.jpg", Pictures.JpegWithPlace())],
            "Continue"
        );
        var person = field.Invitations[0].PersonId!.Value;

        await hearth.InScopeAsync(async scope =>
        {
            var held = scope.GetServices<IPersonalData>().Single(one => one.Covers.Contains(typeof(SentFile)));
            Assert.Contains(await held.HeldOnAsync(person, CancellationToken.None), item => item.Value == "damp.jpg");
            await held.ForgetAsync(person, CancellationToken.None);
            scope.GetRequiredService<AuditTrail>().Write("Forget", "person", person);
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<SentFile>().AnyAsync()));
    }

    [Theory, BothDatabases]
    public async Task Each_line_of_a_grid_is_a_result_and_a_ranking_is_counted_by_points_first_places_and_mean_place(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 40, ask: NewKinds);
        await field.AnswerAsync(
            hearth,
            20,
            home =>
                new()
                {
                    ["q1-r1"] = [home < 12 ? "1" : "5"],
                    ["q1-r2"] = ["4"],
                    // 12 put doors first and lights second; 8 lights alone
                    ["q2"] = home < 12 ? ["d", "l"] : ["l"],
                }
        );

        var page = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results");

        Assert.Contains("60.0% satisfied", Page.Words(page.All("article[aria-labelledby=q1-r1]").Single()));
        Assert.Contains("0.0% satisfied", Page.Words(page.All("article[aria-labelledby=q1-r2]").Single()));
        Assert.Contains("fewer than 10 homes", Page.Words(page.All("article[aria-labelledby=q1-r3]").Single()));
        // of three choices: doors 12×2 + 8×½ = 28, lights 12×1 + 8×2 = 28, green 8×½ = 4; of 40 at most
        var ranking = page.All("article[aria-labelledby=q2] tbody tr").Select(row => string.Join(' ', row.Children.Select(Page.Words)));
        Assert.Equal(["Doors 70 12 1.0", "Lights 70 8 1.6", "Green 10 0 [c]"], ranking);
        var one = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/q1-r1");
        Assert.Equal("How satisfied are you with each of these? Repairs", one.Heading);
        Assert.Contains("Put first, by ward", (await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/q2")).Text);
        var csv = (await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/responses.csv")).Body;
        Assert.Contains("Doors; Lights", csv);
        Assert.Contains("q1-r2 How satisfied are you with each of these? Cleaning", csv);
        var tables = (await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/tables.csv")).Body;
        Assert.Contains("Doors: Borda points,,28", tables);
    }

    [Theory, BothDatabases]
    public async Task Grids_and_rankings_come_in_from_a_file(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 2, ask: NewKinds);
        var officer = hearth.Staff();
        var file = $"code,q1-r1,q1-r3,q2\r\n{field.Code(0)},Fairly satisfied,na,Lights; Doors\r\n{field.Code(1)},,,Lights; Lifts\r\n";

        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/responses/import");
        page = await officer.SubmitAsync(page, [], [("Sheet", "answers.csv", Encoding.UTF8.GetBytes(file))], "Continue");
        Assert.Contains("q2: ‘Lifts’ is not one of the answers", page.Text);
        await officer.SubmitAsync(page, null, "Import the answers of 1 home");

        var answers = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().Select(r => r.Answers).SingleAsync());
        Assert.Equal("""{"q1-r1":["2"],"q1-r3":["na"],"q2":["l","d"]}""", answers);
    }

    [Theory, BothDatabases]
    public async Task Grids_and_rankings_are_printed_and_keyed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 1, ask: NewKinds);
        var officer = hearth.Staff();

        var form = await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/print?code={field.Code()}");
        Assert.Equal(3 * 6, form.All(".hearth-form__grid tbody i").Count);
        Assert.Contains("Write 1 in the box of what matters most to you, then 2, up to 2.", form.Document.Body!.TextContent);
        Assert.Contains("Put a print in the envelope", form.Document.Body!.TextContent);

        var page = await officer.OpenAsync($"/surveys/{field.Survey.Id}/paper/key");
        page = await officer.SubmitAsync(page, new { Code = field.Code() }, "Find this form");
        Assert.Empty(page.All("#Keys_q3_"));
        var refused = await officer.SubmitAsync(
            page,
            [KeyValuePair.Create("Keys[q1]", "29"), KeyValuePair.Create("Keys[q2]", "11-")],
            [],
            "Save and key the next"
        );
        Assert.Equal(
            [
                "Key 3 signs, one for each line: a box from 1 to 6, x if the mark cannot be read, - if there is none",
                "The same number stands in two boxes. Key x if that is what the paper says",
            ],
            refused.Errors
        );
        page = await officer.SubmitAsync(
            refused,
            [KeyValuePair.Create("Keys[q1]", "2x6"), KeyValuePair.Create("Keys[q2]", "2 1 -")],
            [],
            "Save and key the next"
        );

        Assert.Contains($"Form {InvitationCode.Shown(field.Code())} is in.", page.Text);
        var answers = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().Select(r => r.Answers).SingleAsync());
        Assert.Equal("""{"q1-r1":["2"],"q1-r3":["na"],"q2":["l","d"]}""", answers);
    }

    /// <summary>A grid of three lines, a ranking of two in three, and a photograph.</summary>
    private static IReadOnlyList<Question> NewKinds(Guid survey)
    {
        var grid = Field.Ask(
            survey,
            1,
            QuestionKind.Grid,
            "How satisfied are you with each of these?",
            [.. Field.FivePoints, new("na", QuestionDraft.NotApplicable, true)]
        );
        grid.Rows = [new("r1", "Repairs"), new("r2", "Cleaning"), new("r3", "Parking")];
        return
        [
            grid,
            Field.Ask(
                survey,
                2,
                QuestionKind.Ranking,
                "What should we do first?",
                [new("d", "Doors"), new("l", "Lights"), new("g", "Green")],
                most: 2
            ),
            Field.Ask(survey, 3, QuestionKind.File, "Show us the damp"),
        ];
    }
}
