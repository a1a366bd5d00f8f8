// A form that came back on paper: what was keyed from it, by whom, and whether somebody keyed it a second time.
namespace Hearth.Surveys.Paper;

/// <summary>
/// It holds no words and no household: forgetting a person takes its code away, and what is left leads to nobody.
/// </summary>
internal sealed class PaperSheet
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }

    /// <summary>Which version of the questions is printed on it.</summary>
    public int Edition { get; init; } = 1;
    public Guid ResponseId { get; init; }

    /// <summary>The code printed on the sheet, by which the paper is found again; null once the person was forgotten.</summary>
    public string? Code { get; set; }

    /// <summary>The day the paper came in.</summary>
    public DateOnly ReceivedOn { get; init; }
    public DateTimeOffset KeyedAt { get; init; }
    public Guid? KeyedById { get; init; }
    public string KeyedBy { get; init; } = "";

    /// <summary>Closed questions as keyed, JSON by question key: <c>{"q1":"2","q2":"x","q3":"-"}</c>. Never words.</summary>
    public string Keys { get; init; } = "{}";

    /// <summary>Marks that nobody could read.</summary>
    public int Unreadable { get; set; }

    /// <summary>By chance, from 0: sheets are keyed a second time in this order.</summary>
    public int Draw { get; init; }
    public DateTimeOffset? AgainAt { get; set; }
    public Guid? AgainById { get; set; }
    public string? AgainBy { get; set; }
    public string? KeysAgain { get; set; }

    /// <summary>Answers compared, and how many of them differed, once it was keyed a second time.</summary>
    public int Compared { get; set; }
    public int Differed { get; set; }

    /// <summary>When somebody looked at the paper and said which of the two is right; null while that waits.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public bool WaitsToBeSettled => Differed > 0 && SettledAt is null;
}
