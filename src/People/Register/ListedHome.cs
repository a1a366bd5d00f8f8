// A home as the tenant list reads it: where it stands and what its household is counted as.
using Hearth.People.Public;

namespace Hearth.People.Register;

internal sealed record ListedHome(
    string AddressLines,
    string? Postcode,
    Locality Locality,
    HomeKind Kind,
    string? Ward,
    string? Neighbourhood,
    string? Patch
)
{
    /// <summary>Lines with the postcode last; empty where no line is known.</summary>
    public string Address => AddressLines.Length == 0 ? "" : AddressLines + (Postcode is null ? "" : "\n" + Postcode);

    public GroupFacts Facts(TenureKind tenure, DateOnly? born, DateOnly today) =>
        new(
            Ward ?? GroupFacts.Unknown,
            Neighbourhood ?? GroupFacts.Unknown,
            Patch ?? GroupFacts.Unknown,
            Audience.TenureName(tenure),
            Locality == Locality.Unknown ? GroupFacts.Unknown : Locality.ToString(),
            AgeBands.Of(born, today)
        )
        {
            HomeKind = GroupFacts.NameOf(Kind),
        };
}
