// The frame of the officer's survey pages: place in the menu and the way back.
using Hearth.DesignSystem.Public;

namespace Hearth.Surveys.Questionnaires;

internal static class Frames
{
    public static PageFrame Of(string title, params ReadOnlySpan<Breadcrumb> after) =>
        new(title) { Section = "surveys", Breadcrumbs = [new("Home", "/officer"), new("Surveys", "/surveys"), .. after] };

    public static Breadcrumb Crumb(this Survey survey) => new(survey.Title, survey.Address());

    public static Breadcrumb QuestionsCrumb(this Survey survey) => new("Questions", survey.Address("questions"));

    /// <summary>Path of the survey's page, or of one below it.</summary>
    public static string Address(this Survey survey, string below = "") =>
        below.Length == 0 ? $"/surveys/{survey.Id}" : $"/surveys/{survey.Id}/{below}";

    /// <summary>A question's kind as officers call it.</summary>
    public static string Name(this QuestionKind kind) =>
        kind switch
        {
            QuestionKind.SingleChoice => "One choice",
            QuestionKind.MultipleChoice => "Several choices",
            QuestionKind.Scale => "Five-point scale",
            QuestionKind.Number => "A number",
            QuestionKind.Date => "A date",
            QuestionKind.ShortText => "A few words",
            QuestionKind.Grid => "A grid",
            QuestionKind.Ranking => "Put in order",
            QuestionKind.File => "A photo or file",
            _ => "Their own words",
        };
}
