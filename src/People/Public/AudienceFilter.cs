// Which households are meant: all, or those of some wards, patches, ages, tenures.
namespace Hearth.People.Public;

/// <summary>Which households. An empty list means all.</summary>
public sealed record AudienceFilter
{
    public IReadOnlyList<string> Wards { get; init; } = [];
    public IReadOnlyList<string> Patches { get; init; } = [];
    public IReadOnlyList<string> AgeBands { get; init; } = [];
    public IReadOnlyList<TenureKind> Tenures { get; init; } = [];
    public IReadOnlyList<Locality> Localities { get; init; } = [];
    public bool OnlyInvolved { get; init; }

    /// <summary>Only households with somebody in the TenantLink group; it is they who are asked, the contact where both are in it.</summary>
    public bool OnlyTenantLink { get; init; }

    /// <summary>Whether it means a household of these groups, of those that match in everything else.</summary>
    internal bool Means(GroupFacts facts) =>
        (Wards.Count == 0 || Wards.Contains(facts.Ward))
        && (Patches.Count == 0 || Patches.Contains(facts.Patch))
        && (AgeBands.Count == 0 || AgeBands.Contains(facts.AgeBand));
}
