// Whatever is sent, the page says what is wrong, keeps what was typed, and lets nothing wrong in.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Answering;

public sealed class BadAnswersTests
{
    [Theory]
    [InlineData("q1", "", "Choose one answer")]
    [InlineData("q1", "zz", "Choose one of the answers on this page")]
    [InlineData("q2", "", "Choose one answer, or press ‘Skip this question’")]
    [InlineData("q2", "6", "Choose one of the answers on this page")]
    [InlineData("q3", "", "Choose at least one answer, or press ‘Skip this question’")]
    [InlineData("q3", "attic", "Choose from the answers on this page")]
    [InlineData("q3", "bed|none", "Choose ‘None of these’ by itself, or untick it")]
    [InlineData("q4", "", "Enter a number, or press ‘Skip this question’")]
    [InlineData("q4", "three", "Enter a number, like 4")]
    [InlineData("q4", "21", "Enter a number from 0 to 20")]
    [InlineData("q4", "-1", "Enter a number from 0 to 20")]
    [InlineData("q4", "99999999999999999999999999999999999999999", "Enter a number, like 4")]
    [InlineData("q5", "31/2/2026", "Your date must be a real date, like 27 3 2026")]
    [InlineData("q5", "5//2026", "Your date must include a month")]
    [InlineData("q5", "5/5/0026", "Enter a year from 1900 to 2100")]
    [InlineData("q5", "//", "Enter a date, or press ‘Skip this question’")]
    public async Task A_wrong_answer_is_named_and_not_kept(string key, string answer, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var field = await Field.OpenAsync(hearth, ask: EverythingShown);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/{key}");
        var fields =
            key == "q5"
                ? answer.Split('/').Zip(["Day", "Month", "Year"], (typed, part) => KeyValuePair.Create($"Answer.{part}", typed)).ToList()
                : answer.Split('|').Select(one => KeyValuePair.Create("Answer", one)).ToList();

        page = await phone.SubmitAsync(page, fields, [], "Continue");

        Assert.Equal([words], page.Errors);
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        foreach (var typed in fields.Where(f => f.Value.Length > 0 && key is "q4" or "q5"))
        {
            Assert.Equal(typed.Value, page.All($"input[name='{typed.Key}']").Single().GetAttribute("value") ?? "");
        }
        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<DraftResponse>().AnyAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_megabyte_of_words_comes_back_with_the_error_and_every_letter(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q7");
        var much = string.Concat(Enumerable.Repeat("Mould & damp <again>. ", 1024 * 1024 / 22));

        page = await phone.SubmitAsync(page, new { Answer = much }, "Continue");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.EndsWith("letters too long. Keep it to 4,000 letters or fewer", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(much, page.All("textarea").Single().TextContent);
    }

    [Theory, BothDatabases]
    public async Task Script_and_strange_letters_are_words_and_nothing_else(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, ask: survey => [Field.Ask(survey, 1, QuestionKind.LongText, "Tell us")]);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q1");
        const string Script = "</textarea><script>alert('x')</script> ' \" \u202e ąć 😀 'OR'1'='1";

        page = await phone.SubmitAsync(page, new { Answer = Script + "\u0001" }, "Continue");
        Assert.Empty(page.All("main script"));
        Assert.Equal("Check your answers before you send them", page.Heading);
        Assert.Contains(Script, page.All(".govuk-summary-list__value").Single().TextContent, StringComparison.Ordinal);
        Assert.Equal(Script, (await phone.OpenAsync($"/s/{field.Code()}/q1")).All("textarea").Single().TextContent);
        await phone.SubmitAsync(page, null, "Send my answers");

        Assert.Equal(
            Script,
            await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Comment>().Select(c => c.Text).SingleAsync())
        );
    }

    [Theory, BothDatabases]
    public async Task Answers_without_a_required_one_are_not_taken(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var check = await OneAnswerAHomeTests.ToCheckAsync(phone, field, "n");
        await hearth.InScopeAsync(async scope =>
        {
            // as a draft kept before the question was made one that must be answered
            var db = scope.GetRequiredService<HearthDb>();
            var draft = await db.Set<DraftResponse>().SingleAsync();
            draft.Answers = draft.Answers.Replace("[\"n\"]", "[]", StringComparison.Ordinal);
            await db.SaveChangesAsync();
        });

        var page = await phone.SubmitAsync(check, null, "Send my answers");

        Assert.Equal(["Answer this question: Do you have a heater?"], page.Errors);
        Assert.Empty(await AnsweringTests.AnswersAsync(hearth));
        var forced = await phone.OpenAsync($"/s/{field.Code()}/q1");
        page = await phone.SubmitAsync(forced, new { go = "skip" }, "Continue");
        Assert.Equal("Do you have a heater?", page.Heading);
    }

    [Theory, BothDatabases]
    public async Task Skipping_everything_is_no_answer(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, ask: survey => [Field.Ask(survey, 1, QuestionKind.LongText, "Tell us")]);
        var phone = hearth.Anyone();
        var check = await phone.SubmitAsync(await phone.OpenAsync($"/s/{field.Code()}/q1"), null, "Skip this question");

        var page = await phone.SubmitAsync(check, null, "Send my answers");

        Assert.Equal(["Answer at least one question before you send"], page.Errors);
        Assert.Empty(await AnsweringTests.AnswersAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task Too_many_megabytes_are_refused_and_break_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var page = await phone.OpenAsync($"/s/{field.Code()}/q7");

        var refused = await phone.SubmitAsync(page, new { Answer = new string('x', 5 * 1024 * 1024) }, "Continue");

        Assert.InRange((int)refused.Status, 302, 499);
        Assert.Equal("What else should we know?", (await phone.OpenAsync($"/s/{field.Code()}/q7")).Heading);
        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<DraftResponse>().AnyAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_tampered_mark_of_sending_is_of_no_use(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 2);
        var phone = hearth.Anyone();
        await phone.SubmitAsync(await OneAnswerAHomeTests.ToCheckAsync(phone, field, "n"), null, "Send my answers");
        var taken = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().Select(r => r.Id).SingleAsync());
        var check = await OneAnswerAHomeTests.ToCheckAsync(phone, field, "y", home: 1);

        var page = await phone.SubmitAsync(check, new { Sending = taken.ToString() }, "Send my answers");

        Assert.Equal("Thank you. We have your answers.", page.Heading);
        Assert.Equal(2, (await AnsweringTests.AnswersAsync(hearth)).Count);
    }

    [Theory, BothDatabases]
    public async Task A_form_without_its_own_token_is_refused(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);

        var page = await hearth
            .Anyone()
            .SendAsync(
                new HttpRequestMessage(HttpMethod.Post, $"/s/{field.Code()}/q1")
                {
                    Content = new FormUrlEncodedContent([KeyValuePair.Create("Answer", "y")]),
                }
            );

        Assert.NotEqual(HttpStatusCode.OK, page.Status);
        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<DraftResponse>().AnyAsync()));
    }

    private static IReadOnlyList<Question> EverythingShown(Guid survey)
    {
        var questions = Field.Warmth(survey);
        questions[1].ShowIfQuestionId = null;
        return questions;
    }
}
