// Why a ladder is not changed, stopped or started.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.Ladders;

internal sealed record NoRungs() : Refusal("Choose at least one way to ask", "Ways");

internal sealed record WaitOutOfRange(string After, string Of)
    : Refusal($"Enter how many days to wait after {After}, from 1 to {Ladder.LongestWait}", Of);

internal sealed record LadderOfAClosedSurvey() : Refusal("This survey has closed. Nobody else is asked");

internal sealed record LadderNotClimbing() : Refusal("The ladder does not climb now. Somebody else may have stopped it");

internal sealed record LadderNotPaused() : Refusal("The ladder is not stopped. Somebody else may have started it again");
