// What homes can be weighted by: each a column of the groups they were counted in when they were drawn.
using Hearth.People.Public;

namespace Hearth.Insight.Measures.Perception;

/// <param name="Name">Heads its column: “Age”.</param>
/// <param name="Key">In forms.</param>
/// <param name="Return">What the regulator's return calls it.</param>
internal sealed record Characteristic(string Key, string Name, string Return, bool Ordered, Func<GroupFacts, string> Group)
{
    public static IReadOnlyList<Characteristic> All { get; } =
    [
        new("age", "Age", "Age of respondent", true, facts => facts.AgeBand),
        new("tenure", "Tenure", "Stock type", false, facts => facts.Tenure),
        new("ward", "Ward", "Geographical area", false, facts => facts.Ward),
        new("neighbourhood", "Neighbourhood", "Geographical area", false, facts => facts.Neighbourhood),
        new("locality", "City or rural", "Geographical area", false, facts => facts.Locality),
        new("home", "Kind of home", "Building type", false, facts => facts.HomeKind),
    ];

    public static Characteristic? Find(string? name) => All.FirstOrDefault(one => one.Key == name || one.Name == name);

    /// <summary>The group as it stands in a file: nothing that a spreadsheet would take for a formula.</summary>
    public string Of(GroupFacts facts) => Group(facts) is ['=' or '+' or '-' or '@', ..] formula ? "'" + formula : Group(facts);

    /// <summary>The groups of these homes in order, those not known left out.</summary>
    public IReadOnlyList<string> GroupsIn(IEnumerable<string> groups)
    {
        var found = groups.Where(group => group != GroupFacts.Unknown).Distinct(StringComparer.Ordinal);
        return Ordered ? [.. AgeBands.All.Where(found.Contains)] : [.. found.Order(StringComparer.Ordinal)];
    }
}
