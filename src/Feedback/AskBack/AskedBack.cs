// One person who spoke is asked, once, whether what we say we did has happened where they live.
using Hearth.Messaging.Public;

namespace Hearth.Feedback.AskBack;

internal enum WasDone
{
    Yes,
    Partly,
    No,
    CannotTell,
}

internal sealed class AskedBack
{
    /// <summary>Twelve of 25 signs, 55 bits: nobody comes upon one by trying.</summary>
    public const int CodeLength = 12;

    /// <summary>So long after asking an answer is taken.</summary>
    public const int DaysToAnswer = 90;

    public const int LongestWords = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ReplyId { get; init; }

    /// <summary>Null once the person was forgotten: what they answered stays counted.</summary>
    public Guid? PersonId { get; set; }

    public string Code { get; set; } = "";
    public Channel Channel { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The message came back, or nobody was reached.</summary>
    public bool CameBack { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
    public WasDone? Answer { get; set; }

    /// <summary>What they added, in their words; officers read it.</summary>
    public string? Words { get; set; }

    /// <summary>They want to be rung about it: only then does an officer see who it is.</summary>
    public bool RingMe { get; set; }
    public DateTimeOffset? RungAt { get; set; }
    public string? RungBy { get; set; }

    public bool OpenAt(DateTimeOffset now) => now < AskedAt.AddDays(DaysToAnswer);
}
