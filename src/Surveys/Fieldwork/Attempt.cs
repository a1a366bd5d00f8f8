// One try to speak with a household, at the door or by telephone, and what came of it.
namespace Hearth.Surveys.Fieldwork;

internal enum AttemptWay
{
    Door,
    Telephone,
}

internal enum AttemptOutcome
{
    /// <summary>Not in, or nobody picked up.</summary>
    NoAnswer,

    /// <summary>They asked for another day or hour.</summary>
    CallBack,

    /// <summary>They said no to this survey: nobody asks them about it again.</summary>
    Refused,

    /// <summary>Somebody else lives there now, or nobody.</summary>
    Moved,

    /// <summary>The number is somebody else's, or dead.</summary>
    WrongNumber,

    /// <summary>They speak another language than whoever asked.</summary>
    Interpreter,

    /// <summary>They said no to surveys altogether.</summary>
    RefusedSurveys,

    /// <summary>They asked not to be rung, about anything. They can still be written to.</summary>
    NotByPhone,

    /// <summary>They answered.</summary>
    Answered,

    /// <summary>The home was left out of the surveys that the regulator prescribes; it comes of no try.</summary>
    LeftOut,
}

/// <summary>It names no person: it leads to one through the invitation, and forgetting them deletes it.</summary>
internal sealed class Attempt
{
    /// <summary>Of the door: made on the device, so that what is sent twice is kept once.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid InvitationId { get; init; }
    public AttemptWay Way { get; init; }
    public AttemptOutcome Outcome { get; init; }

    /// <summary>When they tried.</summary>
    public DateTimeOffset At { get; init; }
    public Guid? ById { get; init; }
    public string By { get; init; } = "";

    /// <summary>When the household asked to be tried again; null where they did not say.</summary>
    public DateTimeOffset? CallBackAt { get; init; }

    /// <summary>What the next caller should know. Never an answer.</summary>
    public string? Note { get; init; }

    public const int LongestNote = 300;
}

internal static class AttemptWords
{
    public static string Name(AttemptOutcome outcome, AttemptWay way) =>
        outcome switch
        {
            AttemptOutcome.NoAnswer => way == AttemptWay.Door ? "Not in" : "No answer",
            AttemptOutcome.CallBack => "Call back",
            AttemptOutcome.Refused => "Said no to this survey",
            AttemptOutcome.Moved => "Moved away",
            AttemptOutcome.WrongNumber => "Wrong number",
            AttemptOutcome.Interpreter => "Needs an interpreter",
            AttemptOutcome.RefusedSurveys => "Said no to all surveys",
            AttemptOutcome.NotByPhone => "Asked not to be rung",
            _ => "Answered",
        };

    /// <summary>Why nobody asks them again, as a sentence begins.</summary>
    public static string Ended(AttemptOutcome? because) =>
        because switch
        {
            AttemptOutcome.Moved => "Moved away",
            AttemptOutcome.RefusedSurveys => "Said no to all surveys",
            AttemptOutcome.LeftOut => "The home is left out of the yearly survey",
            _ => "Said no to this survey",
        };

    /// <summary>Where it was said.</summary>
    public static string Where(AttemptWay way) => way == AttemptWay.Door ? "at the door" : "on the telephone";

    /// <summary>After these nobody tries this household again for this survey.</summary>
    public static bool Ends(AttemptOutcome outcome) =>
        outcome is AttemptOutcome.Refused or AttemptOutcome.RefusedSurveys or AttemptOutcome.Moved;
}
