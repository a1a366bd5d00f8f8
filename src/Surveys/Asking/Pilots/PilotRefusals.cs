// Why a survey cannot be tried out, or its try-out not be counted.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.Pilots;

internal sealed record OnlyADraftIsTriedOut()
    : Refusal("Only a draft is tried out: once everyone is asked it is too late to learn from a few");

internal sealed record PilotIsRunning() : Refusal("A try-out is running already. Stop it before you start another");

internal sealed record HowManyMissing()
    : Refusal($"Enter how many homes to draw, from 1 to {StartPilot.Most}, or the tenancy references of those you choose", "HowMany");

internal sealed record TenancyNotFound(string Reference)
    : Refusal($"No home that may be asked has the tenancy reference “{Reference}”", "Tenancies");

internal sealed record TooManyToTryOut() : Refusal($"Choose {StartPilot.Most} homes or fewer. A try-out is small", "Tenancies");

internal sealed record PilotDaysOutOfRange() : Refusal("Enter how many days they have, from 1 to 60", "Days");

internal sealed record QuestionsHaveChanged()
    : Refusal("The questions are no longer those that were tried out, so these answers cannot be counted with the others");

internal sealed record NotYetOpen() : Refusal("The survey has to be open before the answers of its try-out can be counted");
