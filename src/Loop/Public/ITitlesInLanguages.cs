// What things in the loop are called in other languages than English. The loop itself keeps the English only: each module tells of its own.
namespace Hearth.Loop.Public;

/// <summary>Answered by each module whose things are translated.</summary>
public interface ITitlesInLanguages
{
    /// <summary>The titles of these things in the language; those that are not in it, or not wholly, are left out.</summary>
    /// <param name="things">Of any module.</param>
    /// <param name="language">BCP 47, as tenants' pages know it.</param>
    /// <param name="stop">Gives up.</param>
    Task<IReadOnlyDictionary<Guid, string>> InAsync(IReadOnlyCollection<Guid> things, string language, CancellationToken stop);
}
