// What an officer says of a survey beside its questions, and the form they say it on.
using System.Globalization;
using Hearth.DesignSystem.Public.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hearth.Surveys.Questionnaires;

internal sealed record SurveyDetails(string Title, string Introduction, DateOnly OpensOn, DateOnly ClosesOn, int TellWithinDays)
{
    public void WriteTo(Survey survey)
    {
        survey.Title = Title.Trim();
        survey.Introduction = Introduction.Trim().ReplaceLineEndings("\n");
        survey.OpensOn = OpensOn;
        survey.ClosesOn = ClosesOn;
        survey.TellWithinDays = TellWithinDays;
    }
}

/// <summary>The form, as typed.</summary>
internal sealed class SurveyForm
{
    public string? Title { get; set; }
    public string? Introduction { get; set; }
    public DateParts OpensOn { get; set; } = new();
    public DateParts ClosesOn { get; set; } = new();
    public string? TellWithinDays { get; set; } = "28";

    /// <summary>The version of the survey the form was filled from.</summary>
    public int Version { get; set; }

    public static SurveyForm Of(Survey survey) =>
        new()
        {
            Title = survey.Title,
            Introduction = survey.Introduction,
            OpensOn = DateParts.Of(survey.OpensOn),
            ClosesOn = DateParts.Of(survey.ClosesOn),
            TellWithinDays = survey.TellWithinDays.ToString(CultureInfo.InvariantCulture),
            Version = survey.Version,
        };

    /// <summary>What was typed, where dates and number can be read; else null, with the errors in the model state.</summary>
    public SurveyDetails? Read(ModelStateDictionary modelState)
    {
        // a field left empty is bound as null, and says so in our words, not the framework's
        if (OpensOn.Read("the first day to answer", out var opens) is { } noStart)
        {
            modelState.AddModelError("Form.OpensOn", noStart);
        }
        if (ClosesOn.Read("the last day to answer", out var closes) is { } noEnd)
        {
            modelState.AddModelError("Form.ClosesOn", noEnd);
        }
        if (!int.TryParse(TellWithinDays?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            modelState.Refuse([new TellOutOfRange()]);
        }
        return modelState.IsValid ? new(Title ?? "", Introduction ?? "", opens, closes, days) : null;
    }
}
