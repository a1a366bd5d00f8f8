// An officer writes grids, rankings and questions with photographs, sees them, and records a question to be heard.
using System.Text;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Tests.Answering;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed class NewKindsTests
{
    [Theory, BothDatabases]
    public async Task An_officer_writes_a_grid_and_a_ranking_and_tries_them_in_the_preview(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var survey = await officer.StartAsync();

        await officer.AddAsync(survey, QuestionKind.Grid, "How are these?", "", ("Rows", "Repairs\nCleaning"), ("Scale", "Satisfaction"));
        await officer.AddAsync(survey, QuestionKind.Grid, "How often?", "Often\nNever", ("Rows", "Bins\nGrass"));
        await officer.AddAsync(survey, QuestionKind.Ranking, "What first?", "Doors\nLights\nGreen", ("Most", "2"));
        var page = await officer.AddAsync(survey, QuestionKind.File, "Show us the damp");
        Assert.Contains("A photo or file", page.Text);

        var questions = await hearth.QuestionsAsync(survey);
        Assert.Equal([new("r1", "Repairs"), new("r2", "Cleaning")], questions[0].Rows);
        Assert.Equal("Very satisfied", questions[0].Options[0].Label);
        Assert.Equal(["1 Often", "2 Never"], questions[1].Options.Select(option => $"{option.Code} {option.Label}"));
        Assert.Equal(2, questions[2].RankAtMost);

        page = await officer.OpenAsync($"/surveys/{survey}/preview?q=3");
        page = await officer.SubmitAsync(page, null, "Make 1st: Lights");
        Assert.Equal(["Lights"], page.All("ol.hearth-rank b").Select(Page.Words));
        Assert.Contains("Bins", (await officer.OpenAsync($"/surveys/{survey}/preview?q=2")).Text);
    }

    [Fact]
    public async Task A_line_that_is_reworded_keeps_its_code_and_a_new_one_gets_its_own()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var survey = await officer.StartAsync();
        await officer.AddAsync(survey, QuestionKind.Grid, "How are these?", "", ("Rows", "Repairs\nCleaning"), ("Scale", "Agreement"));
        var question = (await hearth.QuestionsAsync(survey)).Single();

        var page = await officer.OpenAsync($"/surveys/{survey}/questions/{question.Id}");
        Assert.Equal("Repairs\nCleaning", page.All("textarea[name='Form.Rows']").Single().TextContent.Trim());
        await officer.SubmitAsync(page, [KeyValuePair.Create("Form.Rows", "Cleaning\nParking\nRepairs done")], [], "Save this question");

        Assert.Equal(
            ["r2 Cleaning", "r3 Parking", "r4 Repairs done"],
            (await hearth.QuestionsAsync(survey)).Single().Rows.Select(row => $"{row.Code} {row.Label}")
        );
    }

    [Theory]
    [InlineData("Grid", "Rows", "Repairs", "Enter two lines or more, each on its own line")]
    [InlineData("Grid", "Rows", "Repairs\nrepairs", "“Repairs” is there twice. Take one of them out")]
    [InlineData("Ranking", "Choices", "Doors", "Enter two choices or more, each on its own line")]
    [InlineData(
        "Ranking",
        "Choices",
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13",
        "Enter 12 choices or fewer: nobody can put more in order"
    )]
    public async Task What_cannot_be_asked_is_refused_in_words(string kind, string field, string typed, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var survey = await officer.StartAsync();

        var page = await officer.AddAsync(survey, Enum.Parse<QuestionKind>(kind), "How?", "", (field, typed));

        Assert.Equal([words], page.Errors);
        Assert.Equal(typed, page.All($"textarea[name='Form.{field}']").Single().TextContent.Trim());
    }

    [Theory, BothDatabases]
    public async Task A_recorded_question_is_heard_by_tenants_and_a_file_that_is_no_sound_is_refused(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var officer = hearth.Staff();
        var phone = hearth.Anyone();
        var address = $"/surveys/{field.Survey.Id}/questions/{field["q1"].Id}/sound";
        // without a recording there is a button for the browser's voice, hidden until a script finds one
        Assert.True((await phone.OpenAsync($"/s/{field.Code()}/q1")).All("[data-hearth-speak]").Single().HasAttribute("hidden"));

        var page = await officer.OpenAsync(address);
        var refused = await officer.SubmitAsync(
            page,
            [],
            [("Sound", "question.mp3", Encoding.UTF8.GetBytes("<html><script>alert(1)</script>" + new string(' ', 90)))],
            "Keep this recording"
        );
        Assert.Equal(
            ["This file is not a sound we know, whatever its name says. Choose an MP3, M4A, WAV, Ogg or WebM recording"],
            refused.Errors
        );
        page = await officer.SubmitAsync(page, [], [("Sound", "question.mp3", Pictures.Sound())], "Keep this recording");
        Assert.Contains("People can listen to question 1 now.", page.Text);

        var asked = await phone.OpenAsync($"/s/{field.Code()}/q1");
        var heard = await phone.OpenAsync(asked.LinkTo("Listen to this question"));
        Assert.Equal("audio/wav", heard.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Pictures.Sound(), heard.Bytes);
        page = await officer.SubmitAsync(page, null, "Take it away");
        Assert.DoesNotContain("Listen to this question", (await phone.OpenAsync($"/s/{field.Code()}/q1")).Text);
    }
}
