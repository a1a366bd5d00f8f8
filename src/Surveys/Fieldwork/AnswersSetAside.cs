// Answers that came and were not counted: kept apart, shown to an officer, never lost and never counted twice.
namespace Hearth.Surveys.Fieldwork;

internal enum WhyAside
{
    /// <summary>The household had answered another way first: that answer counts.</summary>
    AnsweredBefore,

    /// <summary>The survey had closed when they came in.</summary>
    AfterClosing,

    /// <summary>They do not fit the survey's questions.</summary>
    DoNotFit,
}

/// <summary>It holds what a household said: forgetting its person deletes it.</summary>
internal sealed class AnswersSetAside
{
    /// <summary>Made where the answers were taken: what is sent twice is kept once.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid InvitationId { get; init; }
    public Answering.ResponseChannel Channel { get; init; }
    public WhyAside Why { get; init; }

    /// <summary>What does not fit, in words; null for the other reasons.</summary>
    public string? Detail { get; init; }
    public DateTimeOffset GivenAt { get; init; }
    public DateTimeOffset CameAt { get; init; }
    public Guid? TakenById { get; init; }
    public string TakenBy { get; init; } = "";

    /// <summary>JSON by question key, words included.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>When an officer decided; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; set; }
    public string? SettledBy { get; set; }

    /// <summary>True where they were counted after all.</summary>
    public bool Counted { get; set; }
}

internal static class AsideWords
{
    public static string Of(WhyAside why) =>
        why switch
        {
            WhyAside.AnsweredBefore => "This home had already answered",
            WhyAside.AfterClosing => "The survey had closed",
            _ => "They do not fit the questions",
        };
}
