// An officer writes a survey: the whole way through the pages, and every way it is refused.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed class WritingASurveyTests
{
    [Theory, BothDatabases]
    public async Task Without_a_survey_the_list_says_how_to_begin(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var list = await hearth.Staff().OpenAsync("/surveys");

        Assert.Equal("Surveys", list.Heading);
        Assert.Contains("Nothing has been asked yet", list.Text, StringComparison.Ordinal);
        Assert.Equal("/surveys/new", list.LinkTo("Start a survey"));
        Assert.Equal("page", list.All(".hearth-nav a").Single(a => Page.Words(a) == "Surveys").GetAttribute("aria-current"));
    }

    [Theory, BothDatabases]
    public async Task A_survey_begins_as_a_draft_with_what_was_typed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var id = await officer.StartAsync();

        var survey = await hearth.SurveyAsync(id);
        Assert.Equal(SurveyStatus.Draft, survey.Status);
        Assert.Equal(new DateOnly(2026, 11, 26), survey.OpensOn);
        Assert.Equal(new DateOnly(2026, 12, 18), survey.ClosesOn);
        Assert.Equal("We want to know how warm your home is.\n\nIt takes 4 minutes.", survey.Introduction);
        var page = await officer.OpenAsync($"/surveys/{id}");
        Assert.Equal("How warm is your home?", page.Heading);
        Assert.Contains("Add at least one", page.Text, StringComparison.Ordinal);
        Assert.Contains("Friday 22 January", page.Text, StringComparison.Ordinal);
        Assert.Contains("How warm is your home?", (await officer.OpenAsync("/surveys")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "26 11 2026", "18 12 2026", "Enter a title for the survey")]
    [InlineData("Warmth", "26 11 2026", "25 11 2026", "The last day must be the same as or after the first day")]
    [InlineData("Warmth", "31 2 2026", "18 12 2026", "The first day to answer must be a real date, like 27 3 2026")]
    [InlineData("Warmth", "26 11 2026", "x x x", "The last day to answer must be a real date, like 27 3 2026")]
    public async Task A_survey_that_cannot_be_is_refused_and_what_was_typed_stays(string title, string opens, string closes, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();

        var page = await officer.SubmitAsync(await officer.OpenAsync("/surveys/new"), Writing.Filled(title, opens, closes), "Save and go");

        Assert.Equal([words], page.Errors);
        Assert.StartsWith("Error:", page.Document.Title!.Trim(), StringComparison.Ordinal);
        Assert.Contains(
            "It takes 4 minutes.",
            page.Document.QuerySelector("textarea[name='Form.Introduction']")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Every_kind_of_question_can_be_added_and_seen_on_a_phone(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var id = await officer.StartAsync();

        await officer.AddAsync(id, QuestionKind.SingleChoice, "Is your home warm?", "Yes\nNo");
        await officer.AddAsync(
            id,
            QuestionKind.MultipleChoice,
            "Which rooms are cold?",
            "Kitchen\nBedroom",
            ("OfferNotApplicable", "true")
        );
        await officer.AddAsync(id, QuestionKind.Scale, "How important is it?", "", ("Scale", "Importance"), ("OfferNotApplicable", "true"));
        await officer.AddAsync(id, QuestionKind.Number, "How many rooms?", "", ("Least", "1"), ("Most", "12.5"));
        await officer.AddAsync(id, QuestionKind.Date, "When did it begin?");
        await officer.AddAsync(id, QuestionKind.ShortText, "Which room?");
        var last = await officer.AddAsync(
            id,
            QuestionKind.LongText,
            "Tell us more",
            "",
            ("Help", "As much as you like"),
            ("Required", "true")
        );

        Assert.Contains("Question 7 is added.", last.Text, StringComparison.Ordinal);
        var questions = await hearth.QuestionsAsync(id);
        Assert.Equal(["q1", "q2", "q3", "q4", "q5", "q6", "q7"], questions.Select(q => q.Key));
        Assert.Equal(["1:Yes", "2:No"], questions[0].Options.Select(o => $"{o.Code}:{o.Label}"));
        Assert.Equal(["1", "2", "na"], questions[1].Options.Select(o => o.Code));
        Assert.Equal("Very important", questions[2].Options[0].Label);
        Assert.True(questions[2].Options[5].NotApplicable);
        Assert.Equal((1m, 12.5m), (questions[3].Least, questions[3].Most));
        Assert.True(questions[6].Required);

        string[] fields =
        [
            "input[type=radio]",
            "input[type=checkbox]",
            "input[type=radio]",
            "input[inputmode=decimal]",
            "input[name='Answer.Day']",
            "input[name=Answer]",
            "textarea[name=Answer]",
        ];
        for (var q = 1; q <= 7; q++)
        {
            var phone = await officer.OpenAsync($"/surveys/{id}/preview?q={q}");
            Assert.NotEmpty(phone.All(".hearth-phone " + fields[q - 1]));
            Assert.Contains(questions[q - 1].Text, phone.Text, StringComparison.Ordinal);
        }
        Assert.Contains("Answer by Friday 18 December", (await officer.OpenAsync($"/surveys/{id}/preview")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(QuestionKind.ShortText), "", "", "Enter the question")]
    [InlineData(nameof(QuestionKind.SingleChoice), "Why?", "Only one", "Enter two choices or more, each on its own line")]
    [InlineData(nameof(QuestionKind.MultipleChoice), "Why?", "Cold\ncold", "“Cold” is there twice. Take one of them out")]
    public async Task A_question_that_cannot_be_asked_is_refused(string kind, string text, string choices, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var id = await officer.StartAsync();

        var page = await officer.AddAsync(id, Enum.Parse<QuestionKind>(kind), text, choices);

        Assert.Equal([words], page.Errors);
        Assert.Empty(await hearth.QuestionsAsync(id));
    }

    [Fact]
    public async Task A_number_keeps_its_bounds_in_order()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var id = await officer.StartAsync();

        var crossed = await officer.AddAsync(id, QuestionKind.Number, "How many?", "", ("Least", "5"), ("Most", "4"));
        var words = await officer.AddAsync(id, QuestionKind.Number, "How many?", "", ("Least", "few"), ("Most", "4"));

        Assert.Equal(["The highest number must be the same as or more than the lowest"], crossed.Errors);
        Assert.Equal(["The lowest number must be a number, like 0 or 12.5"], words.Errors);
        Assert.Equal("few", words.Document.QuerySelector("input[name='Form.Least']")!.GetAttribute("value"));
    }

    [Theory, BothDatabases]
    public async Task A_survey_is_copied_with_its_questions_and_rules_and_a_draft_is_deleted(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var id = await officer.StartAsync(startWith: "measures");

        var copied = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/copy"), new { }, "Make the copy");

        Assert.Equal("Copy of How warm is your home?", copied.Heading);
        var copy = Guid.Parse(copied.Path.Split('/')[2]);
        var (old, made) = (await hearth.QuestionsAsync(id), await hearth.QuestionsAsync(copy));
        Assert.Equal(old.Select(q => (q.Key, q.Text, q.Measure)), made.Select(q => (q.Key, q.Text, q.Measure)));
        Assert.Empty(old.Select(q => q.Id).Intersect(made.Select(q => q.Id)));
        var rule = made.Single(q => q.Measure == "TP02");
        Assert.Equal(made.Single(q => q.Measure == "TP02-filter").Id, rule.ShowIfQuestionId);

        var gone = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{copy}/delete"), new { }, "Delete the draft");

        Assert.Contains("“Copy of How warm is your home?” is deleted.", gone.Text, StringComparison.Ordinal);
        Assert.Empty(await hearth.QuestionsAsync(copy));
        Assert.Equal(15, (await hearth.QuestionsAsync(id)).Count);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.OpenAsync($"/surveys/{copy}")).Status);
    }

    [Theory, BothDatabases]
    public async Task Of_two_officers_the_second_is_told_that_the_first_has_saved(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (maya, helen) = (hearth.Staff(), hearth.Staff(name: "Helen Okafor"));
        var id = await maya.StartAsync();
        var (first, second) = (await maya.OpenAsync($"/surveys/{id}/edit"), await helen.OpenAsync($"/surveys/{id}/edit"));

        await maya.SubmitAsync(first, new Dictionary<string, string> { ["Form.Title"] = "Maya’s title" }, "Save");
        var late = await helen.SubmitAsync(second, new Dictionary<string, string> { ["Form.Title"] = "Helen’s title" }, "Save");

        Assert.Equal(["Somebody else changed this survey while you had it open. Look at it again, then make your change"], late.Errors);
        Assert.Equal("Maya’s title", (await hearth.SurveyAsync(id)).Title);
    }

    [Theory, BothDatabases]
    public async Task Script_in_every_field_is_shown_as_words(DatabaseKind kind)
    {
        const string script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var id = await officer.StartAsync("T " + script);
        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/edit"),
            new Dictionary<string, string> { ["Form.Introduction"] = "I " + script },
            "Save"
        );
        await officer.AddAsync(id, QuestionKind.SingleChoice, "Q " + script, $"A {script}\nB {script}", ("Help", "H " + script));
        await officer.AddAsync(id, QuestionKind.LongText, "Second " + script);
        var questions = await hearth.QuestionsAsync(id);
        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/questions/{questions[1].Id}/rule?on={questions[0].Id}"),
            new Dictionary<string, string> { ["Form.Codes"] = "1" },
            "Save"
        );

        foreach (
            var path in new[]
            {
                "",
                "/edit",
                "/copy",
                "/delete",
                "/open",
                "/open/check",
                "/questions",
                "/preview",
                "/preview?q=1",
                "/preview?q=2",
                $"/questions/{questions[0].Id}",
                $"/questions/{questions[0].Id}/delete",
                $"/questions/{questions[1].Id}/rule",
                $"/questions/{questions[1].Id}/rule?on={questions[0].Id}",
            }
        )
        {
            var page = await officer.OpenAsync($"/surveys/{id}{path}");
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
            Assert.Empty(page.All("img[src=x]"));
        }
        Assert.Contains(script, (await officer.OpenAsync($"/surveys/{id}/preview?q=1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.HousingOfficer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Councillor)]
    public async Task Only_engagement_officers_and_administrators_write_surveys(Role role)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var id = await hearth.Staff(Role.Administrator).StartAsync();

        foreach (
            var path in new[]
            {
                "/surveys",
                "/surveys/new",
                $"/surveys/{id}",
                $"/surveys/{id}/questions",
                $"/surveys/{id}/open",
                $"/surveys/{id}/close",
                $"/surveys/{id}/remind",
            }
        )
        {
            Assert.DoesNotContain("How warm is your home?", (await hearth.Staff(role).OpenAsync(path)).Body, StringComparison.Ordinal);
        }
    }
}
