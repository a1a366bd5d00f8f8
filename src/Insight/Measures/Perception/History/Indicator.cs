// The STAR indicators a landlord may hold figures of, and why none is the same as the regulator's measure nearest to it.
namespace Hearth.Insight.Measures.Perception.History;

/// <param name="Nearest">The measure that asks for the same thing; null for none.</param>
internal sealed record Indicator(string Key, string Name, string? Nearest, string Break)
{
    private const string Asked = "Asked at another time, in another way, of other homes";

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("overall", "Overall service", "TP01", $"Much the same words. {Asked}"),
        new("home", "Quality of the home", "TP04", "STAR asked about quality, TP04 whether the home is well maintained"),
        new(
            "neighbourhood",
            "Neighbourhood as a place to live",
            "TP11",
            "STAR asked about the place, TP11 about what the landlord does for it"
        ),
        new("rent", "Rent as value for money", null, "The regulator does not ask this"),
        new("charges", "Service charges as value for money", null, "The regulator does not ask this"),
        new(
            "repairs",
            "Repairs and maintenance generally",
            "TP02",
            "STAR asked everybody, TP02 only those who had a repair in the last 12 months"
        ),
        new(
            "listens",
            "Listens to views and acts on them",
            "TP06",
            $"TP06 offers “not applicable”, which is left out of the base. {Asked}"
        ),
        new("informed", "Keeps tenants informed", "TP07", $"TP07 offers “not applicable”, which is left out of the base. {Asked}"),
        new("opportunities", "Opportunities to make views known", null, "The regulator does not ask this"),
    ];

    public static Indicator? Find(string? name) =>
        All.FirstOrDefault(one =>
            string.Equals(one.Key, name?.Trim(), StringComparison.OrdinalIgnoreCase)
            || string.Equals(one.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase)
        );
}
