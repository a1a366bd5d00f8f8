// The eight stops of the loop, and where each of them is looked at.
using System.Security.Claims;
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
/// <param name="ShownTo">Who may open it; null for anybody who sees the loop.</param>
public sealed record LoopStopPage(LoopStop Stop, string Href, Func<ClaimsPrincipal, bool>? ShownTo = null);

/// <summary>How a stop stands today.</summary>
/// <param name="Number">“386”; null while nothing counts it.</param>
/// <param name="Note">One line: “people we cannot reach”.</param>
/// <param name="Hot">Needs you: an ember diamond, and the note says why.</param>
/// <param name="Href">Where this number is looked at; null for the stop’s own page.</param>
public sealed record LoopStopState(LoopStop Stop, string? Number, string Note, bool Hot = false, string? Href = null);

public static class LoopStops
{
    public static IReadOnlyList<LoopStop> All { get; } = Enum.GetValues<LoopStop>();

    /// <summary>“Collect views”.</summary>
    public static string Name(this LoopStop stop) =>
        stop switch
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
    public static IServiceCollection AddLoopStop(
        this IServiceCollection services,
        LoopStop stop,
        string href,
        Func<ClaimsPrincipal, bool>? shownTo = null
    ) => services.AddSingleton(new LoopStopPage(stop, href, shownTo));

    /// <summary>Where this reader looks at a stop: the last page declared that they may open; null where there is none.</summary>
    internal static string? HrefFor(this IEnumerable<LoopStopPage> pages, LoopStop stop, ClaimsPrincipal reader) =>
        pages.LastOrDefault(p => p.Stop == stop && p.ShownTo?.Invoke(reader) != false)?.Href;
}
