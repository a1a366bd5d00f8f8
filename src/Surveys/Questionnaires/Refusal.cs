// Why a survey's rules say no: each reason has a name, and the words that the person who asked reads.
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hearth.Surveys.Questionnaires;

/// <summary>A named reason for saying no.</summary>
/// <param name="Words">What the officer reads, in GOV.UK's manner.</param>
/// <param name="Field">The field of the form it is about; empty for the whole form.</param>
internal abstract record Refusal(string Words, string Field = "");

/// <summary>What a handler made, or why it made nothing.</summary>
internal sealed record Outcome<T>(T? Made, IReadOnlyList<Refusal> Refusals)
{
    public bool Refused => Refusals.Count > 0;

    public static implicit operator Outcome<T>(T made) => new(made, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);
}

internal static class RefusalsOnAPage
{
    /// <summary>Puts each refusal beside its field: “Form.Title”.</summary>
    public static void Refuse(this ModelStateDictionary modelState, IEnumerable<Refusal> refusals, string form = "Form")
    {
        foreach (var refusal in refusals)
        {
            modelState.AddModelError(refusal.Field.Length == 0 ? "" : $"{form}.{refusal.Field}", refusal.Words);
        }
    }
}

internal sealed record SurveyNotFound() : Refusal("This survey is no longer there. Somebody may have deleted it");

/// <summary>Somebody else saved first.</summary>
internal sealed record ChangedMeanwhile()
    : Refusal("Somebody else changed this survey while you had it open. Look at it again, then make your change");

internal sealed record TitleMissing() : Refusal("Enter a title for the survey", "Title");

internal sealed record TitleTooLong() : Refusal($"The title must be {Survey.LongestTitle} letters or fewer", "Title");

internal sealed record IntroductionMissing() : Refusal("Enter what tenants read first: why you ask and what happens next", "Introduction");

internal sealed record IntroductionTooLong()
    : Refusal($"The introduction must be {Survey.LongestIntroduction} letters or fewer", "Introduction");

internal sealed record ClosesBeforeItOpens() : Refusal("The last day must be the same as or after the first day", "ClosesOn");

internal sealed record TellOutOfRange()
    : Refusal("Enter how many days you need to tell people what came of it, from 1 to 180", "TellWithinDays");

internal sealed record LastDayIsPast()
    : Refusal("The last day to answer has passed. Change the dates before you open the survey", "ClosesOn");

internal sealed record LastDayMovedBack(DateOnly To)
    : Refusal($"People were told they have until {To.Spoken()}. Enter that day or a later one, or stop the survey early", "ClosesOn");

internal sealed record NoQuestions() : Refusal("Add at least one question before you open the survey");

internal sealed record SurveyAlreadyOpen() : Refusal("This survey is already open. Nobody is asked twice");

internal sealed record SurveyAlreadyClosed() : Refusal("This survey has closed. Copy it to ask again");

internal sealed record SurveyNotOpen() : Refusal("This survey is not open");

internal sealed record SurveyNotScheduled() : Refusal("This survey is not waiting to open");

internal sealed record NotADraft()
    : Refusal("Only a draft can be deleted. A survey that people were asked to answer stays, so that they can be told what came of it");

/// <summary>Questions are fixed once the survey waits or runs: everybody answers the same ones.</summary>
internal sealed record QuestionsAreLocked(SurveyStatus Status)
    : Refusal(
        Status switch
        {
            SurveyStatus.Scheduled => "This survey waits for its first day. Take it back to a draft to change its questions",
            SurveyStatus.Open =>
                "This survey is open: everyone must answer the same questions. Make a new version to change them, and no answer is lost",
            _ => "This survey has closed, and its answers belong to these questions. Copy it to ask something else",
        }
    );
