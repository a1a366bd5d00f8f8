// What a person has and needs, as they told us, so that ways to take part can be matched to them.
namespace Hearth.People.TakingPart;

internal sealed class PersonNeeds
{
    public Guid PersonId { get; init; }

    /// <summary>Has a phone or computer with the internet; null where they did not say.</summary>
    public bool? Online { get; set; }

    /// <summary>The most time they would give; null where they did not say.</summary>
    public TimeToGive? Time { get; set; }

    /// <summary>Values of <see cref="AccessNeed"/>, parted by commas.</summary>
    public string NeedList { get; private set; } = "";
    public DateTimeOffset SaidAt { get; set; }

    public IReadOnlyList<AccessNeed> Needs
    {
        get => Listed.Read<AccessNeed>(NeedList);
        set => NeedList = Listed.Write(value);
    }
}

/// <summary>A person asked for a way to take part; an officer answers them.</summary>
internal sealed class Interest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public Guid WayId { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The day by which they were told they would hear from us.</summary>
    public DateOnly AnswerBy { get; init; }
    public DateTimeOffset? AnsweredAt { get; set; }
}

/// <summary>Time a person gave, as an officer noted it.</summary>
internal sealed class TimeGiven
{
    public const int LongestWhat = 120;
    public const int MostMinutes = 24 * 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public DateOnly On { get; init; }
    public int Minutes { get; init; }
    public string What { get; init; } = "";
}
