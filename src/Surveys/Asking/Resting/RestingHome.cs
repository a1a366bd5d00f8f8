// A home that something else had asked when this survey would have: it is asked once its rest is over.
namespace Hearth.Surveys.Asking.Resting;

internal sealed class RestingHome
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid HouseholdId { get; init; }

    /// <summary>Who stood for the household then; whoever does on the day is asked.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The part of the sample it was drawn into: 0 at the opening, else of the reserve.</summary>
    public int Part { get; init; }
    public DateTimeOffset Since { get; init; }

    /// <summary>The first day on which it is looked at again.</summary>
    public DateOnly Until { get; init; }
}
