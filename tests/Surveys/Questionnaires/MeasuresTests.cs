// The regulator's questions: their words, their filters, their order, and that nobody changes them.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Measures;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed class MeasuresTests
{
    // Tenant Survey Requirements, as in the regulator's data dictionary; the landlord's name in its place.
    private static readonly string[] Words =
    [
        "Taking everything into account, how satisfied or dissatisfied are you with the service provided by Ousebridge Homes?",
        "Has Ousebridge Homes carried out a repair to your home in the last 12 months?",
        "How satisfied or dissatisfied are you with the overall repairs service from Ousebridge Homes over the last 12 months?",
        "How satisfied or dissatisfied are you with the time taken to complete your most recent repair after you reported it?",
        "How satisfied or dissatisfied are you that Ousebridge Homes provides a home that is well maintained?",
        "Thinking about the condition of the property or building you live in, how satisfied or dissatisfied are you that Ousebridge Homes provides a home that is safe?",
        "How satisfied or dissatisfied are you that Ousebridge Homes listens to your views and acts upon them?",
        "How satisfied or dissatisfied are you that Ousebridge Homes keeps you informed about things that matter to you?",
        "To what extent do you agree or disagree with the following “Ousebridge Homes treats me fairly and with respect”?",
        "Have you made a complaint to Ousebridge Homes in the last 12 months?",
        "How satisfied or dissatisfied are you with Ousebridge Homes’s approach to complaints handling?",
        "Do you live in a building with communal areas, either inside or outside, that Ousebridge Homes is responsible for maintaining?",
        "How satisfied or dissatisfied are you that Ousebridge Homes keeps these communal areas clean and well maintained?",
        "How satisfied or dissatisfied are you that Ousebridge Homes makes a positive contribution to your neighbourhood?",
        "How satisfied or dissatisfied are you with Ousebridge Homes’s approach to handling anti-social behaviour?",
    ];

    [Theory, BothDatabases]
    public async Task The_twelve_measures_stand_in_their_words_and_order_with_their_filters(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var id = await hearth.Staff().StartAsync(startWith: "measures");

        var questions = await hearth.QuestionsAsync(id);
        Assert.Equal(Words, questions.Select(q => q.Text));
        Question Of(string measure) => questions.Single(q => q.Measure == measure);
        foreach (
            var (measure, filter) in new[]
            {
                ("TP02", "TP02-filter"),
                ("TP03", "TP02-filter"),
                ("TP09", "TP09-filter"),
                ("TP10", "TP10-filter"),
            }
        )
        {
            Assert.Equal(Of(filter).Id, Of(measure).ShowIfQuestionId);
            Assert.Equal(["1"], Of(measure).ShowIfCodes);
            Assert.Equal("Yes", Of(filter).Options[0].Label);
        }
        Assert.Equal(["Yes", "No", "Don't know"], Of("TP10-filter").Options.Select(o => o.Label));
        // where “not applicable” is not prescribed, it may not be offered
        Assert.Equal(
            ["TP05", "TP06", "TP07", "TP08", "TP11", "TP12"],
            questions.Where(q => q.Options.Exists(o => o.NotApplicable)).Select(q => q.Measure)
        );
        Assert.Equal(
            ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree", "Not applicable/ don't know"],
            Of("TP08").Options.Select(o => o.Label)
        );
        Assert.Equal(
            ["Very satisfied", "Fairly satisfied", "Neither satisfied nor dissatisfied", "Fairly dissatisfied", "Very dissatisfied"],
            Of("TP01").Options.Select(o => o.Label)
        );
        Assert.DoesNotContain(questions, q => q.Required);
    }

    [Theory, BothDatabases]
    public async Task A_measure_added_later_finds_its_place(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var id = await officer.StartAsync();
        await officer.AddAsync(id, QuestionKind.LongText, "Anything else?");

        await MeasuresAsync(officer, id, "TP09", "TP01");
        var page = await MeasuresAsync(officer, id, "TP03");

        Assert.Equal(
            ["TP01", "TP02-filter", "TP03", "TP09-filter", "TP09", null],
            (await hearth.QuestionsAsync(id)).Select(q => q.Measure)
        );
        Assert.DoesNotContain("The regulator may reject", page.Text, StringComparison.Ordinal);
        var choices = await officer.OpenAsync($"/surveys/{id}/questions/measures");
        Assert.DoesNotContain(choices.All("input[name='Form.Codes']"), box => box.GetAttribute("value") is "TP01" or "TP03" or "TP09");
    }

    [Theory, BothDatabases]
    public async Task The_words_of_a_measure_cannot_be_changed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var id = await officer.StartAsync(startWith: "measures");
        var overall = (await hearth.QuestionsAsync(id))[0];

        var page = await officer.OpenAsync($"/surveys/{id}/questions/{overall.Id}");
        Assert.Contains("The regulator sets the words of TP01", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("main form"));
        var list = await officer.OpenAsync($"/surveys/{id}/questions");
        var token = list.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forced = await officer.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"/surveys/{id}/questions/{overall.Id}")
            {
                Content = new FormUrlEncodedContent([new("Form.Text", "Are you happy?"), new("__RequestVerificationToken", token)]),
            }
        );

        Assert.Contains("The regulator sets the words of TP01", Assert.Single(forced.Errors), StringComparison.Ordinal);
        Assert.Equal(Words[0], (await hearth.QuestionsAsync(id))[0].Text);
    }

    [Theory, BothDatabases]
    public async Task A_measure_is_not_added_twice(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var id = await officer.StartAsync();
        var page = await officer.OpenAsync($"/surveys/{id}/questions/measures");

        await officer.SubmitAsync(page, new Dictionary<string, string> { ["Form.Codes"] = "TP01" }, "Add them");
        var again = await officer.SubmitAsync(page, new Dictionary<string, string> { ["Form.Codes"] = "TP01" }, "Add them");
        var none = await officer.SubmitAsync(page, new Dictionary<string, string> { ["Form.Codes"] = "" }, "Add them");

        Assert.Equal(["TP01 is in this survey already"], again.Errors);
        Assert.NotEmpty(none.Errors);
        Assert.Single(await hearth.QuestionsAsync(id));
    }

    [Theory]
    [InlineData("TP01,own,TP04", null)]
    [InlineData("TP01,TP02-filter,TP02,TP03,TP04,own,TP05", null)]
    [InlineData("own,TP01,TP04", typeof(OverallComesFirst))]
    [InlineData("TP01,TP05,TP04", typeof(MeasuresOutOfOrder))]
    [InlineData("TP01,TP02-filter,own,TP02", typeof(BetweenMeasuresOfATheme))]
    [InlineData("TP01,TP06,own,TP07", typeof(BetweenMeasuresOfATheme))]
    [InlineData("own,own", null)]
    public void Own_questions_stand_only_between_themes(string order, Type? refusal)
    {
        List<Question> questions = [.. order.Split(',').Select(code => new Question { Measure = code == "own" ? null : code })];

        Assert.Equal(refusal, MeasureOrder.Broken(questions, MeasureSet.On(new DateOnly(2026, 4, 1)))?.GetType());
    }

    [Theory, BothDatabases]
    public async Task A_move_that_the_regulator_would_not_accept_is_refused(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var id = await officer.StartAsync();
        await MeasuresAsync(officer, id, "TP01");
        await officer.AddAsync(id, QuestionKind.LongText, "Anything else?");
        var own = (await hearth.QuestionsAsync(id))[1];

        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/questions"),
            new Dictionary<string, string> { ["up"] = own.Id.ToString() }
        );

        Assert.Equal(["TP01, satisfaction overall, must be the first question, so that no other question colours the answer"], page.Errors);
    }

    private static async Task<Page> MeasuresAsync(Browser officer, Guid id, params string[] codes) =>
        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/questions/measures"),
            codes.Select(code => KeyValuePair.Create("Form.Codes", code)).ToList(),
            "Add them"
        );
}
