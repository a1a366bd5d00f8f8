// Which households are left out of the surveys that the regulator prescribes. Never why to anybody who only counts.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

/// <summary>The exceptional circumstances of the Tenant Survey Requirements, paragraph 63. There are no others: an opt-out is a non-response.</summary>
public enum LeftOutReason
{
    /// <summary>Nobody in the home has the capacity to answer, and no help would change that.</summary>
    SeriousCapacity,

    /// <summary>Asking would put somebody's health or safety at a risk that cannot reasonably be overcome.</summary>
    HealthAndSafety,
}

public sealed class LeftOutOfSurveys(HearthDb db)
{
    /// <summary>Households left out today, with the reason each counts under.</summary>
    public async Task<IReadOnlyDictionary<Guid, LeftOutReason>> AllAsync(CancellationToken stop = default) =>
        await db.Set<LeftOut>().AsNoTracking().ToDictionaryAsync(home => home.HouseholdId, home => home.Reason, stop);

    /// <summary>The reason as it is published.</summary>
    public static string NameOf(LeftOutReason reason) =>
        reason == LeftOutReason.SeriousCapacity ? "Serious capacity issues" : "Health and safety risk";
}

/// <summary>Hears that a household is left out from now on, in the unit of work that does it.</summary>
public interface IHearsOfLeftOut
{
    /// <summary>Stops what is under way for it; the caller has a transaction open, saves and commits.</summary>
    /// <returns>What stands all the same, in words for the officer; null where nothing does.</returns>
    Task<string?> LeftOutAsync(Guid household, LeftOutReason reason, CancellationToken stop);
}
