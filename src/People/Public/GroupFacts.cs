// The groups a household is counted in. They are frozen onto an invitation or response, so that later moves do not change old figures.
namespace Hearth.People.Public;

public enum TenureKind
{
    GeneralNeeds,
    Sheltered,
    Supported,
    Temporary,
    SharedOwnership,
    Leasehold,
    Other,
}

public enum Locality
{
    Unknown,
    City,
    Rural,
}

/// <summary>How a home is built.</summary>
public enum HomeKind
{
    Unknown,
    House,
    Bungalow,
    Flat,
    Maisonette,

    /// <summary>A bedsit, or a room with shared kitchen or bath.</summary>
    Room,
}

/// <summary>What a household is counted as. Every text is ready to show; what is not known is <see cref="Unknown"/>.</summary>
/// <param name="Ward">Ward name.</param>
/// <param name="Neighbourhood">Neighbourhood name.</param>
/// <param name="Patch">Housing officer's patch.</param>
/// <param name="Tenure">General needs, Sheltered…</param>
/// <param name="Locality">City, Rural.</param>
/// <param name="AgeBand">One of <see cref="AgeBands.All"/>, of the person who stands for the household.</param>
public sealed record GroupFacts(string Ward, string Neighbourhood, string Patch, string Tenure, string Locality, string AgeBand)
{
    public const string Unknown = "Not known";

    /// <summary>House, Flat…; how the home is built.</summary>
    public string HomeKind { get; init; } = Unknown;

    /// <summary>A kind of home as people say it.</summary>
    public static string NameOf(HomeKind kind) =>
        kind switch
        {
            Public.HomeKind.Unknown => Unknown,
            Public.HomeKind.Room => "Room or bedsit",
            _ => kind.ToString(),
        };
}
