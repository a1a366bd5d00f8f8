// One thing in the ring: a survey, a finding, a reply. The loop knows its title and address, never what anybody said.
namespace Hearth.Loop.Public;

public sealed class LoopThing
{
    /// <summary>The module's own id of the thing.</summary>
    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public string Title { get; set; } = "";

    /// <summary>Path of the officer's page.</summary>
    public string Address { get; set; } = "";

    /// <summary>Path of the page anyone may see, once there is one.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>The day it began, was published or was decided.</summary>
    public DateOnly On { get; set; }

    /// <summary>The day it stopped taking views; null while open or where that has no meaning.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The day by which everyone who took part is to be told what came of it.</summary>
    public DateOnly? TellBy { get; set; }
}

/// <summary>What came from what: <see cref="ToId"/> came from <see cref="FromId"/>.</summary>
public sealed class LoopLink
{
    public Guid FromId { get; init; }
    public Guid ToId { get; init; }
}

/// <summary>A person took part in an activity. Once per person and activity.</summary>
public sealed class Participation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ActivityId { get; init; }

    /// <summary>Null once the person was forgotten: the count stays true.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Set when the person is forgotten, if they had been told by then: afterwards nobody could tell.</summary>
    public bool ToldBeforeForgotten { get; set; }

    /// <summary>Once the person was forgotten, a number that belongs to no home: the same one wherever this home took part by them.</summary>
    public Guid? HouseholdId { get; set; }

    /// <summary>The beginning of the day, in England.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How they took part: Online, Paper, Telephone, Door.</summary>
    public string Channel { get; init; } = "";
}

/// <summary>A person who took part is to be told, and was told, by one reply.</summary>
public sealed class Telling
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The reply: a "you said, we did".</summary>
    public Guid ReplyId { get; init; }
    public Guid ActivityId { get; init; }
    public Guid? PersonId { get; set; }

    /// <summary>The way they are told: Email, Text, Letter, Telephone.</summary>
    public string Channel { get; set; } = "";
    public DateTimeOffset PlannedAt { get; init; }
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Why it has not reached them yet, where it came back.</summary>
    public string? CameBack { get; set; }
}
