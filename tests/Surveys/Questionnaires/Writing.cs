// Writes surveys through the officer's pages, as the tests of the pages need them.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Questionnaires;

internal static class Writing
{
    /// <summary>Starts a survey on the page and gives its id; it runs from 26 November to 18 December 2026 unless told otherwise.</summary>
    public static async Task<Guid> StartAsync(
        this Browser officer,
        string title = "How warm is your home?",
        string startWith = "nothing",
        string opens = "26 11 2026",
        string closes = "18 12 2026"
    )
    {
        var page = await officer.OpenAsync("/surveys/new");
        var made = await officer.SubmitAsync(page, Filled(title, opens, closes, startWith), "Save and go to the questions");
        Assert.Equal("Questions", made.Heading);
        return Guid.Parse(made.Path.Split('/')[2]);
    }

    public static List<KeyValuePair<string, string>> Filled(string title, string opens, string closes, string startWith = "nothing")
    {
        List<KeyValuePair<string, string>> fields = [];
        void Day(string field, string day)
        {
            var parts = day.Split(' ');
            fields.Add(new($"{field}.Day", parts[0]));
            fields.Add(new($"{field}.Month", parts[1]));
            fields.Add(new($"{field}.Year", parts[2]));
        }
        fields.Add(new("Form.Title", title));
        fields.Add(new("Form.Introduction", "We want to know how warm your home is.\n\nIt takes 4 minutes."));
        Day("Form.OpensOn", opens);
        Day("Form.ClosesOn", closes);
        fields.Add(new("Form.TellWithinDays", "35"));
        fields.Add(new("StartWith", startWith));
        return fields;
    }

    /// <summary>Adds a question on its page and gives the page that follows.</summary>
    public static async Task<Page> AddAsync(
        this Browser officer,
        Guid survey,
        QuestionKind kind,
        string text,
        string choices = "",
        params (string Field, string Value)[] more
    )
    {
        var page = await officer.OpenAsync($"/surveys/{survey}/questions/add?kind={kind}");
        List<KeyValuePair<string, string>> fields =
        [
            new("Form.Text", text),
            .. more.Select(field => new KeyValuePair<string, string>("Form." + field.Field, field.Value)),
        ];
        if (choices.Length > 0)
        {
            fields.Add(new("Form.Choices", choices));
        }
        return await officer.SubmitAsync(page, fields, "Add this question");
    }

    /// <summary>The questions as the database holds them, in order.</summary>
    public static Task<List<Question>> QuestionsAsync(this HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Set<Question>()
                .AsNoTracking()
                .Where(q => q.SurveyId == survey)
                .OrderBy(q => q.Position)
                .ToListAsync()
        );

    public static Task<Survey> SurveyAsync(this HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(services =>
            services.GetRequiredService<HearthDb>().Set<Survey>().AsNoTracking().SingleAsync(s => s.Id == survey)
        );
}
