// One household asked to answer one survey, with its code and the groups it is counted in, frozen on the day it was drawn.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Fieldwork;

namespace Hearth.Surveys.Asking;

internal sealed class Invitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid HouseholdId { get; init; }

    /// <summary>Who was written to; null once forgotten.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Eight letters and digits without look-alikes, unique over all surveys; shown as <c>7K4M 2QXR</c>.</summary>
    public string Code { get; init; } = "";
    public string Ward { get; init; } = "";
    public string Neighbourhood { get; init; } = "";
    public string Patch { get; init; } = "";
    public string Tenure { get; init; } = "";
    public string Locality { get; init; } = "";
    public string AgeBand { get; init; } = "";
    public string HomeKind { get; init; } = GroupFacts.Unknown;

    /// <summary>How they were asked first; null where nothing was sent.</summary>
    public Channel? AskedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they were last asked or reminded.</summary>
    public DateTimeOffset LastAskedAt { get; set; }
    public int Reminders { get; set; }

    /// <summary>The rung of the ladder it stands on: how they were asked last.</summary>
    public Channel? Rung { get; set; }

    /// <summary>Every way they have been asked by.</summary>
    public Ways? Tried { get; set; }

    /// <summary>When what was sent on this rung came back; null while it has not.</summary>
    public DateTimeOffset? CameBackAt { get; set; }

    /// <summary>When no rung was left that is held and allowed.</summary>
    public DateTimeOffset? ToppedAt { get; set; }

    /// <summary>When they said no to this survey, at the door or on the telephone, or were found to have moved; null while they may be asked.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Which of these it was.</summary>
    public AttemptOutcome? EndedBecause { get; set; }

    /// <summary>When a letter first carried its code, whichever way they were asked before; null where none has.</summary>
    public DateTimeOffset? CodeInLetterAt { get; set; }

    /// <summary>When its code signed the person in; it does so once, and only where a letter carried it.</summary>
    public DateTimeOffset? SignedInAt { get; set; }
}
