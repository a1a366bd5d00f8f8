// Which questions depend on which, and what cannot be done to them because of it.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed class RulesOfQuestionsTests
{
    [Theory, BothDatabases]
    public async Task A_question_is_shown_only_after_an_earlier_answer(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var (id, questions) = await ThreeAsync(hearth, officer);

        var list = await RuleAsync(officer, id, questions[1], questions[0], "2");

        Assert.Contains("Only for those who answered “No” to question 1", list.Text, StringComparison.Ordinal);
        var cold = (await hearth.QuestionsAsync(id))[1];
        Assert.Equal(questions[0].Id, cold.ShowIfQuestionId);
        Assert.Equal(["2"], cold.ShowIfCodes);
        Assert.Contains(
            "Shown only to people who answered “No” to question 1.",
            (await officer.OpenAsync($"/surveys/{id}/preview?q=2")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_question_that_another_needs_is_neither_deleted_nor_moved_below_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var (id, questions) = await ThreeAsync(hearth, officer);
        await RuleAsync(officer, id, questions[1], questions[0], "2");

        var deleted = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/questions/{questions[0].Id}/delete"),
            new { },
            "Delete the question"
        );
        var moved = await PressAsync(officer, id, "down", questions[0]);
        var raised = await PressAsync(officer, id, "up", questions[1]);

        Assert.Equal(
            [
                "Question 2, “Which rooms are cold?” is shown only to people who gave a certain answer here. Change who sees that one first, or delete it",
            ],
            deleted.Errors
        );
        string[] order =
        [
            "Question 2, “Which rooms are cold?” is shown only after an answer to Question 1, “Is your home warm?”, so it must come later. Change who sees it first",
        ];
        Assert.Equal(order, moved.Errors);
        Assert.Equal(order, raised.Errors);
        Assert.Equal(questions.Select(q => q.Text), (await hearth.QuestionsAsync(id)).Select(q => q.Text));
    }

    [Theory, BothDatabases]
    public async Task A_choice_that_a_rule_names_stays_but_may_be_reworded(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var (id, questions) = await ThreeAsync(hearth, officer);
        await RuleAsync(officer, id, questions[1], questions[0], "2");
        async Task<Page> ChangeAsync(string choices) =>
            await officer.SubmitAsync(
                await officer.OpenAsync($"/surveys/{id}/questions/{questions[0].Id}"),
                new Dictionary<string, string> { ["Form.Choices"] = choices },
                "Save this question"
            );

        var refused = await ChangeAsync("Yes\nSometimes\nNever");
        await ChangeAsync("Yes\nNot at all");

        Assert.Contains("Keep the choice “No”", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(["1:Yes", "2:Not at all"], (await hearth.QuestionsAsync(id))[0].Options.Select(o => $"{o.Code}:{o.Label}"));
    }

    [Theory, BothDatabases]
    public async Task A_rule_looks_only_at_earlier_questions_that_are_answered_by_choosing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var (id, questions) = await ThreeAsync(hearth, officer);

        var page = await officer.OpenAsync($"/surveys/{id}/questions/{questions[1].Id}/rule");
        Assert.Equal(["1. Is your home warm?"], page.All("main .govuk-radios__label").Select(Page.Words));
        var first = await officer.OpenAsync($"/surveys/{id}/questions/{questions[0].Id}/rule");
        Assert.Contains("A question can depend only on an earlier one", first.Text, StringComparison.Ordinal);

        var later = await PostRuleAsync(officer, id, questions[0], questions[1], "1");
        var unanswered = await PostRuleAsync(officer, id, questions[1], questions[0], "77");

        Assert.Equal(["Choose a question that comes before this one"], later.Errors);
        Assert.Equal(["Choose at least one answer"], unanswered.Errors);
        Assert.All(await hearth.QuestionsAsync(id), question => Assert.Null(question.ShowIfQuestionId));
    }

    [Theory, BothDatabases]
    public async Task Moving_is_done_by_buttons_and_said(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var (id, questions) = await ThreeAsync(hearth, officer);

        var moved = await PressAsync(officer, id, "up", questions[2]);

        Assert.Contains("“Tell us more” is now question 2.", moved.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Is your home warm?", "Tell us more", "Which rooms are cold?"],
            (await hearth.QuestionsAsync(id)).Select(q => q.Text)
        );
        Assert.True(moved.All("button[name=up]")[0].HasAttribute("disabled"));
    }

    [Theory, BothDatabases]
    public async Task A_question_whose_rule_is_taken_away_is_seen_by_everyone(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var (id, questions) = await ThreeAsync(hearth, officer);
        await RuleAsync(officer, id, questions[1], questions[0], "2");

        var list = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/questions/{questions[1].Id}/rule"),
            new { },
            "Show it to everyone"
        );

        Assert.Contains("Everyone sees question 2.", list.Text, StringComparison.Ordinal);
        Assert.Null((await hearth.QuestionsAsync(id))[1].ShowIfQuestionId);
    }

    private static async Task<(Guid Id, List<Question> Questions)> ThreeAsync(HearthApp hearth, Browser officer)
    {
        var id = await officer.StartAsync();
        await officer.AddAsync(id, QuestionKind.SingleChoice, "Is your home warm?", "Yes\nNo");
        await officer.AddAsync(id, QuestionKind.MultipleChoice, "Which rooms are cold?", "Kitchen\nBedroom");
        await officer.AddAsync(id, QuestionKind.LongText, "Tell us more");
        return (id, await hearth.QuestionsAsync(id));
    }

    private static async Task<Page> RuleAsync(Browser officer, Guid id, Question question, Question on, string code) =>
        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/questions/{question.Id}/rule?on={on.Id}"),
            new Dictionary<string, string> { ["Form.Codes"] = code },
            "Save"
        );

    // posts what no page offers, with the token of a page that does
    private static async Task<Page> PostRuleAsync(Browser officer, Guid id, Question question, Question on, string code)
    {
        var form = await officer.OpenAsync($"/surveys/{id}/questions");
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await officer.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"/surveys/{id}/questions/{question.Id}/rule?on={on.Id}")
            {
                Content = new FormUrlEncodedContent([new("Form.Codes", code), new("__RequestVerificationToken", token)]),
            }
        );
    }

    private static async Task<Page> PressAsync(Browser officer, Guid id, string button, Question question) =>
        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/questions"), await ButtonAsync(officer, id, button, question));

    // the browser presses the first button of the form: the one meant is sent as its field
    private static async Task<Dictionary<string, string>> ButtonAsync(Browser officer, Guid id, string button, Question question)
    {
        var page = await officer.OpenAsync($"/surveys/{id}/questions");
        Assert.Contains(page.All($"button[name={button}]"), b => b.GetAttribute("value") == question.Id.ToString());
        return new() { [button] = question.Id.ToString() };
    }
}
