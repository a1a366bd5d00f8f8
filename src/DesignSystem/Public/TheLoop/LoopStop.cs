// The eight stops of the loop, and where each of them is looked at.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.DesignSystem.Public.TheLoop;

/// <summary>The eight stops, in order.</summary>
public enum LoopStop
{
    Access = 1,
    CollectViews,
    Scrutinise,
    GatherEvidence,
    Propose,
    Agree,
    TellEveryone,
    Monitor,
}

/// <summary>Where a stop is looked at. A stop that no module has given a page is words, not a dead link.</summary>
public sealed record LoopStopPage(LoopStop Stop, string Href);

/// <summary>How a stop stands today.</summary>
/// <param name="Number">“386”; null while nothing counts it.</param>
/// <param name="Note">One line: “people we cannot reach”.</param>
/// <param name="Hot">Needs you: an ember diamond, and the note says why.</param>
public sealed record LoopStopState(LoopStop Stop, string? Number, string Note, bool Hot = false);

public static class LoopStops
{
    public static IReadOnlyList<LoopStop> All { get; } = Enum.GetValues<LoopStop>();

    /// <summary>“Collect views”.</summary>
    public static string Name(this LoopStop stop) => stop switch
    {
        LoopStop.Access => "Access",
        LoopStop.CollectViews => "Collect views",
        LoopStop.Scrutinise => "Scrutinise",
        LoopStop.GatherEvidence => "Gather evidence",
        LoopStop.Propose => "Propose",
        LoopStop.Agree => "Agree",
        LoopStop.TellEveryone => "Tell everyone",
        LoopStop.Monitor => "Monitor",
        _ => throw new ArgumentOutOfRangeException(nameof(stop), stop, "The loop has eight stops."),
    };

    /// <summary>Says where a stop is looked at; the module that owns the page calls it from its own <c>Add…</c>.</summary>
    public static IServiceCollection AddLoopStop(this IServiceCollection services, LoopStop stop, string href) =>
        services.AddSingleton(new LoopStopPage(stop, href));
}
