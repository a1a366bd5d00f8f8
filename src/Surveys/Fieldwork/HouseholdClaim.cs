// Who has a household in hand for a survey, at the door or on the telephone, and until when.
namespace Hearth.Surveys.Fieldwork;

/// <summary>One row a household that was ever in hand; the database lets only one person hold it at a time.</summary>
internal sealed class HouseholdClaim
{
    public Guid InvitationId { get; init; }
    public Guid SurveyId { get; init; }
    public Guid HeldById { get; set; }
    public string HeldBy { get; set; } = "";
    public AttemptWay Way { get; set; }

    /// <summary>After this anybody may take it.</summary>
    public DateTimeOffset Until { get; set; }
}
