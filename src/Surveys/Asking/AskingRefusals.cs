// Why nobody is asked, reminded, or a survey is not stopped.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking;

internal sealed record NobodyToAsk()
    : Refusal("Nobody would be asked: no household matches, or none of them can be reached. Choose others on ‘Who is asked’");

internal sealed record StillTakingAnswers(DateOnly Until)
    : Refusal($"People were told they have until {Until.Spoken()}. Enter why it stops early", "Because");

internal sealed record ReasonTooLong() : Refusal("The reason must be 500 letters or fewer", "Because");

internal sealed record NobodyToRemind()
    : Refusal(
        $"There is nobody to remind now. Everyone has answered, said no, or heard from you about this survey in the last {RemindersAsked.DaysBetween} days"
    );

internal sealed record NobodyToAskNow()
    : Refusal(
        $"There is nobody to ask now. They have answered, said no, cannot be reached, or heard from you about this survey in the last {RemindersAsked.DaysBetween} days"
    );
