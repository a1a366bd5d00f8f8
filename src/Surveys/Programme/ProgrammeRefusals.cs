// Why the year's programme says no: each reason has a name, and the words the officer reads.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme;

internal sealed record YearNotFound() : Refusal("This year is no longer there");

internal sealed record CycleNotFound() : Refusal("This survey of the year is no longer there. Somebody may have taken it out");

internal sealed record YearChangedMeanwhile()
    : Refusal("Somebody else changed this year while you looked at it. Look at it again, then make your change");

internal sealed record YearNameMissing() : Refusal("Enter a name for the year", "Name");

internal sealed record YearNameTooLong() : Refusal($"The name must be {ProgrammeYear.LongestName} letters or fewer", "Name");

internal sealed record YearOutOfRange() : Refusal("The first day must be between 2000 and 2100", "StartsOn");

internal sealed record SurveysOutOfRange() : Refusal("Enter how many surveys, from 1 to 12. Nine or ten fit a year", "Surveys");

internal sealed record BreakOutOfRange(string In, string What) : Refusal($"Enter how many weeks to leave free {What}, from 0 to 5", In);

internal sealed record MostSurveysOutOfRange() : Refusal("Enter how many surveys may ask one home, from 1 to 12", "MostSurveys");

internal sealed record WithinDaysOutOfRange() : Refusal("Enter a number of days, from 7 to 365", "WithinDays");

internal sealed record TooManyForTheYear(int Asked, int Room)
    : Refusal(
        $"{Asked} surveys of four weeks do not fit in this year with these breaks: {Room} do. Enter {Room} or fewer, or make the breaks shorter",
        "Surveys"
    );

internal sealed record TopicTooLong() : Refusal($"The topic must be {Cycle.LongestTopic} letters or fewer", "Topic");

internal sealed record TopicMissing() : Refusal("Enter the topic", "Topic");

internal sealed record LeadTooLong() : Refusal($"The lead officer must be {Cycle.LongestLead} letters or fewer", "Lead");

internal sealed record MeetingOutsideTheCycle(DateOnly From, DateOnly Until)
    : Refusal($"The meeting must be in the four weeks of this survey, from {From.Short()} to {Until.Short()}", "MeetsOn");

internal sealed record MovedOutOfTheYear(DateOnly From, DateOnly Until)
    : Refusal($"All four weeks must be in this year, from {From.Written()} to {Until.Written()}", "To");

internal sealed record LaterOnesMovedOut(int Number, DateOnly Until)
    : Refusal($"Survey {Number} would end after the year, on or after {Until.Written()}. Move fewer weeks, or move this one alone", "To");

internal sealed record HasASurvey() : Refusal("A survey belongs to this. Take the survey off it first, then take it out of the year");

internal sealed record NoSurveyChosen() : Refusal("Choose a survey, or make a draft", "SurveyId");

internal sealed record SurveyTaken(string By) : Refusal($"{By} has this survey already. Choose another", "SurveyId");

internal sealed record NoTopicForADraft() : Refusal("Enter the topic of this survey first: it becomes the title of the draft");

internal sealed record HasASurveyAlready() : Refusal("A survey is linked already. Take it off first");

internal sealed record AgreedByMissing() : Refusal("Enter who agreed it", "By");

internal sealed record AgreedByTooLong() : Refusal("Who agreed it must be 100 letters or fewer", "By");

internal sealed record AgreedInTheFuture() : Refusal("The day it was agreed must be today or in the past", "On");

internal sealed record NoteTooLong() : Refusal("The note must be 1,000 letters or fewer", "Note");

internal sealed record NothingChanged() : Refusal("Nothing has changed since it was last agreed");

internal sealed record DoneInTheFuture() : Refusal("The day it was done must be today or in the past", "On");

internal sealed record WhyTooLong() : Refusal($"What you need the answers for must be {TopicIdea.LongestWhy} letters or fewer", "Why");

internal sealed record NoCycleChosen() : Refusal("Choose the survey that asks about it");
