// What homes are told apart by when a sample is drawn or a quota is set.
using Hearth.People.Public;

namespace Hearth.Surveys.Sampling;

internal enum Characteristic
{
    Ward,
    Age,
    Tenure,
    HomeKind,
}

internal static class Characteristics
{
    /// <summary>Of two values, as one stratum is named: the way <c>hearth draw</c> names it.</summary>
    public const string Between = ", ";

    /// <summary>“Ward”, as it is published.</summary>
    public static string Name(this Characteristic by) => by == Characteristic.HomeKind ? "Kind of home" : by.ToString();

    /// <summary>The heading of its column in a file.</summary>
    public static string Column(this Characteristic by) => by == Characteristic.HomeKind ? "home_kind" : by.ToString().ToLowerInvariant();

    /// <summary>Which group of it a home belongs to. Ages are the three wide bands: finer ones would make strata of a handful.</summary>
    public static string Of(this Characteristic by, GroupFacts facts) =>
        by switch
        {
            Characteristic.Ward => Known(facts.Ward),
            Characteristic.Age => AgeBands.Widen(facts.AgeBand),
            Characteristic.Tenure => Known(facts.Tenure),
            _ => Known(facts.HomeKind),
        };

    /// <summary>The cell of a home: “Fennside, 16 to 34”; empty where nothing tells homes apart.</summary>
    public static string CellOf(this IEnumerable<Characteristic> by, GroupFacts facts) =>
        string.Join(Between, by.Select(one => one.Of(facts)));

    private static string Known(string value) => value.Length == 0 ? GroupFacts.Unknown : value;
}
