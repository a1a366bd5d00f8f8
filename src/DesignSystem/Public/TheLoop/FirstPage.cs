// What each module brings to the officer’s first page: how its stops of the loop stand, and what is due.
using System.Security.Claims;

namespace Hearth.DesignSystem.Public.TheLoop;

/// <summary>How a due thing stands.</summary>
public enum DueState
{
    /// <summary>All is ready for the day.</summary>
    Ready,

    /// <summary>Somebody has still to do something.</summary>
    Waits,

    /// <summary>The day has passed.</summary>
    Late,
}

/// <summary>Something with a day by which it is to be done.</summary>
/// <param name="Title">What to do, in a few words; it is the link.</param>
/// <param name="Href">Where it is done, starting with <c>/</c>; a page that this reader may open.</param>
/// <param name="Detail">One line: who waits, how many, why.</param>
/// <param name="Mark">The state in two or three words: “6 days late”, “Closes”.</param>
public sealed record Due(DateOnly On, string Title, string Href, string Detail, string Mark, DueState State);

/// <summary>What lies at a stop. Several modules may have something there: their numbers are added, their notes follow each other.</summary>
/// <param name="Href">Where this number is looked at; null for the stop’s own page.</param>
public sealed record AtAStop(LoopStop Stop, int Number, string Note, bool Hot = false, string? Href = null);

/// <summary>Something tenants can answer today.</summary>
/// <param name="Answered">Homes that have answered.</param>
/// <param name="Asked">Homes asked.</param>
/// <param name="Href">Null where this reader may not open it.</param>
public sealed record InTheField(string Title, string? Href, int Answered, int Asked, DateOnly ClosesOn);

public sealed record FirstPageNews(IReadOnlyList<AtAStop> Stops, IReadOnlyList<Due> Due, IReadOnlyList<InTheField> Field);

/// <summary>A module’s news; found by dependency injection.</summary>
public interface IFirstPageNews
{
    /// <summary>Reads it as it stands now, with nothing that this reader may not see.</summary>
    /// <param name="reader">The member of staff.</param>
    /// <param name="until">The last day that counts as soon.</param>
    /// <param name="stop">Gives up.</param>
    Task<FirstPageNews> ReadAsync(ClaimsPrincipal reader, DateOnly until, CancellationToken stop);
}
