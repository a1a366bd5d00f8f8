// A survey: what is asked, of whom, from when to when, and by when those who answer are told what came of it.
namespace Hearth.Surveys.Questionnaires;

internal enum SurveyStatus
{
    Draft,
    Open,
    Closed,
}

internal sealed class Survey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Title { get; set; } = "";

    /// <summary>What tenants read before the first question: why we ask, what happens next.</summary>
    public string Introduction { get; set; } = "";

    /// <summary>First and last day of answering, both inclusive, in England.</summary>
    public DateOnly OpensOn { get; set; }
    public DateOnly ClosesOn { get; set; }
    public SurveyStatus Status { get; set; }

    /// <summary>Days from closing within which everyone who answered is told. The landlord's promise.</summary>
    public int TellWithinDays { get; set; } = 28;

    /// <summary>Who is asked: JSON of People's AudienceFilter.</summary>
    public string Audience { get; set; } = "{}";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Guards against two officers saving over each other.</summary>
    public int Version { get; set; }
}
