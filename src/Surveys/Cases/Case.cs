// A case that a worrying answer opened: whose it is, by when what must be done, what was done, and how it ended.
using Hearth.WorkingDays;

namespace Hearth.Surveys.Cases;

internal enum CaseEnd
{
    /// <summary>It was put right, or answered.</summary>
    PutRight,

    /// <summary>It goes on elsewhere, under a number of its own: repairs, complaints, safeguarding.</summary>
    HandedOver,

    /// <summary>They did not want anything done.</summary>
    NotWanted,

    /// <summary>The words meant something else.</summary>
    FalseAlarm,
}

internal sealed class Case
{
    public const int LongestWords = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>As spoken: C-00042.</summary>
    public int Number { get; init; }
    public Guid SurveyId { get; init; }

    /// <summary>Whose answer it was; null once forgotten.</summary>
    public Guid? ResponseId { get; set; }
    public Guid? PersonId { get; set; }
    public Guid? HouseholdId { get; set; }
    public Guid QuestionId { get; init; }
    public Worry Kind { get; init; }

    /// <summary>What found it: false alarms are counted by it.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Why it was opened, in words. Never the answer itself.</summary>
    public string Because { get; init; } = "";

    /// <summary>When the landlord knew: when the answer came in. The clock runs from here.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>By when the next step is due; null once closed.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public Guid? OwnerId { get; set; }
    public string? Owner { get; set; }

    /// <summary>How the person was told that it was opened; null where they have still to be told.</summary>
    public string? ToldBy { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public CaseEnd? End { get; set; }
    public string? EndWords { get; set; }

    /// <summary>Guards against two officers writing over each other.</summary>
    public int Version { get; set; }

    public string Spoken => $"C-{Number:00000}";
    public string Address => $"/cases/{Id}";

    /// <summary>Sets when the next step is due, by what has been done.</summary>
    public void Reckon(IReadOnlyList<CaseEntry> entries, WorrySettings settings, WorkingWeek week) =>
        DueAt = ClosedAt is not null ? null : CaseClock.Of(this, entries, settings, week).FirstOrDefault(due => due.DoneAt is null)?.By;
}

/// <summary>Something done on a case, in order.</summary>
internal sealed class CaseEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";

    /// <summary>The step of the clock it was; null for a note.</summary>
    public CaseStep? Step { get; init; }
    public string Words { get; init; } = "";
}
