// What an activity found, as anyone may read it beside the answer to it. The loop itself keeps none of it: each module tells of its own.
namespace Hearth.Loop.Public;

/// <summary>Answered by each module whose activities find something out. Small numbers are hidden before they come here.</summary>
public interface IPublicFindings
{
    /// <summary>What this activity found; null where it is none of the module's, or has not closed.</summary>
    Task<PublicFindings?> OfAsync(Guid activity, CancellationToken stop);
}

/// <param name="Answered">How many answered, of how many who were asked, as a sentence.</param>
public sealed record PublicFindings(string Answered)
{
    /// <summary>Each question with what was said most, in their order; empty where too few answered.</summary>
    public IReadOnlyList<PublicFinding> Heard { get; init; } = [];

    /// <summary>Who answered: by way, by age.</summary>
    public IReadOnlyList<PublicGroups> Groups { get; init; } = [];

    /// <summary>Words of tenants that a person has read and released.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];
}

/// <param name="Asked">The question as it was asked.</param>
/// <param name="Heard">The headline, without a full stop; null where too few answered it.</param>
/// <param name="Homes">Homes that answered it; null where too few.</param>
public sealed record PublicFinding(string Asked, string? Heard, int? Homes);

/// <param name="Title">What the groups are: “Age”.</param>
public sealed record PublicGroups(string Title, IReadOnlyList<PublicGroup> Rows);

/// <param name="Homes">Null where the number is hidden to protect people.</param>
public sealed record PublicGroup(string Name, int? Homes);
