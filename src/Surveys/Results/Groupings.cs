// The groups that results are shown in, and the order of their names.
using Hearth.People.Public;
using Hearth.Surveys.Answering;

namespace Hearth.Surveys.Results;

internal enum Grouping
{
    Ward,
    Age,
    Tenure,
    Locality,
    Channel,

    /// <summary>Of the questions; looked at only where they changed.</summary>
    Version,
    HomeKind,
}

internal static class Groupings
{
    /// <summary>Groups of people, which every result is shown by.</summary>
    public static IReadOnlyList<Grouping> OfPeople { get; } =
    [Grouping.Ward, Grouping.Age, Grouping.Tenure, Grouping.HomeKind, Grouping.Locality, Grouping.Channel];

    public static string NameOfVersion(int edition) => $"Version {edition}";

    /// <summary>As a title: "By ward" without the By.</summary>
    public static string Title(this Grouping grouping) =>
        grouping switch
        {
            Grouping.Locality => "City or rural",
            Grouping.Channel => "How they answered",
            Grouping.HomeKind => "Kind of home",
            _ => grouping.ToString(),
        };

    public static string Name(ResponseChannel channel) => channel == ResponseChannel.FaceToFace ? "Face to face" : channel.ToString();

    /// <summary>Names in the order they are shown, what is not known last.</summary>
    public static IEnumerable<string> InOrder(this Grouping grouping, IEnumerable<string> names) =>
        grouping switch
        {
            Grouping.Age => AgeBands.Wide.Where(names.Contains),
            Grouping.Channel => Enum.GetValues<ResponseChannel>().Select(Name).Where(names.Contains),
            _ => names.OrderBy(name => name == GroupFacts.Unknown).ThenBy(name => name, StringComparer.Ordinal),
        };
}
