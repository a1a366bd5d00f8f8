// Whom other activities asked lately, and until when each of them is left in peace.
using Hearth.People.Public;
using Hearth.Storage.Public;

namespace Hearth.Surveys.Asking.Resting;

/// <summary>Who rests, as it stands now.</summary>
/// <param name="Days">How long nobody else asks after an ask.</param>
/// <param name="People">When each person was last asked.</param>
/// <param name="Households">When each household was.</param>
internal sealed record Rest(
    int Days,
    IReadOnlyDictionary<Guid, DateTimeOffset> People,
    IReadOnlyDictionary<Guid, DateTimeOffset> Households
)
{
    /// <summary>Nobody rests.</summary>
    public static Rest None { get; } = new(0, new Dictionary<Guid, DateTimeOffset>(), new Dictionary<Guid, DateTimeOffset>());

    /// <summary>The first day on which they may be asked again; null where nobody asked them lately.</summary>
    public DateOnly? Until(Guid person, Guid household)
    {
        DateTimeOffset? last = People.TryGetValue(person, out var own) ? own : null;
        if (Households.TryGetValue(household, out var home) && !(last >= home))
        {
            last = home;
        }
        return last?.DayInLondon().AddDays(Days);
    }

    public bool Holds(AudienceMember member, DateOnly on) => Until(member.PersonId, member.HouseholdId) > on;
}
