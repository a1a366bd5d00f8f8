// The ways in which tenants are parted into groups and compared: age, tenure, city or rural, ward.
using System.Globalization;
using Hearth.People.Public;

namespace Hearth.Insight.Heard;

/// <summary>One way to part tenants into groups.</summary>
/// <param name="Key">In addresses: <c>age</c>.</param>
/// <param name="Title">"By age".</param>
/// <param name="Noun">After "out of balance by": "age".</param>
/// <param name="RowTitle">Heads the column of groups.</param>
/// <param name="ToMatch">What somebody would have to do to be in another group: "be a different age".</param>
/// <param name="Named">Groups shown even if nobody is in them, in order.</param>
/// <param name="GroupOf">The group of a household.</param>
/// <param name="People">A group as the subject of a sentence: "people aged 16 to 34".</param>
internal sealed record Grouping(
    string Key,
    string Title,
    string Noun,
    string RowTitle,
    string ToMatch,
    IReadOnlyList<string> Named,
    Func<GroupFacts, string> GroupOf,
    Func<string, string> People
)
{
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("en-GB"), ignoreCase: true);

    public static Grouping Age { get; } =
        new("age", "By age", "age", "Age", "be a different age", AgeBands.Wide, facts => AgeBands.Widen(facts.AgeBand), Aged);

    /// <summary>The same people cut finer. Never shown where small numbers are hidden: beside the wide bands it would give them away.</summary>
    public static Grouping FineAge { get; } =
        new("age-fine", "By age, in seven bands", "age", "Age", "be a different age", AgeBands.All, facts => facts.AgeBand, Aged);

    public static Grouping Tenure { get; } =
        new(
            "tenure",
            "By tenure",
            "tenure",
            "Tenure",
            "hold a different tenancy",
            [Audience.TenureName(TenureKind.GeneralNeeds), Audience.TenureName(TenureKind.Sheltered)],
            facts => facts.Tenure,
            group => $"{group.ToLowerInvariant()} tenants"
        );

    public static Grouping Locality { get; } =
        new(
            "locality",
            "City or rural",
            "city or rural",
            "Locality",
            "live in a different place",
            [nameof(Hearth.People.Public.Locality.City), nameof(Hearth.People.Public.Locality.Rural)],
            facts => facts.Locality,
            group => $"{group.ToLowerInvariant()} tenants"
        );

    public static Grouping Ward { get; } =
        new("ward", "By ward", "ward", "Ward", "live in a different ward", [], facts => facts.Ward, group => $"people in {group}");

    public static IReadOnlyList<Grouping> All { get; } = [Age, FineAge, Tenure, Locality, Ward];

    /// <summary>The grouping with this key; age where none has it.</summary>
    public static Grouping Find(string? key) => All.FirstOrDefault(g => g.Key == key) ?? Age;

    /// <summary>The groups to show for these people: the named ones, then any others in order of name, and those not known as the last row.</summary>
    public IReadOnlyList<string> GroupsIn(IEnumerable<GroupFacts> people)
    {
        var others = people.Select(GroupOf).Distinct().Where(g => g != GroupFacts.Unknown && !Named.Contains(g)).Order(ByName);
        return [.. Named.Where(g => g != GroupFacts.Unknown), .. others, GroupFacts.Unknown];
    }

    /// <summary>A group as the subject of a sentence, the unknown one too.</summary>
    public string Say(string group) =>
        group == GroupFacts.Unknown ? $"people whose {RowTitle.ToLowerInvariant()} is not known" : People(group);

    private static string Aged(string band) => $"people aged {band}";
}
