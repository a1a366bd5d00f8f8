// A kind of data that is kept for so long, and what happens to it then: each module says so of its own.
namespace Hearth.Storage.Public;

/// <summary>One kind of data and its time. The landlord sets the months; a job lets go what is older, every day.</summary>
public interface IKeptFor
{
    /// <summary>Under which the landlord's months are kept: <c>messages</c>.</summary>
    string Key { get; }

    /// <summary>As an officer reads it: “The words of messages”.</summary>
    string What { get; }

    /// <summary>From when the time runs: “since it was sent”.</summary>
    string Since { get; }

    /// <summary>What happens then: “The words and the address are blanked. That it went stays, for the counts”.</summary>
    string Then { get; }

    /// <summary>Months where the landlord has set none.</summary>
    int Usually { get; }

    /// <summary>Fewer would break a promise of the product; the page refuses them.</summary>
    int Least { get; }

    /// <summary>The entities whose rows, or what in them leads to a person, this lets go.</summary>
    IReadOnlyCollection<Type> Covers { get; }

    /// <summary>How many are older than this.</summary>
    Task<int> CountAsync(DateTimeOffset before, CancellationToken stop);

    /// <summary>Lets go what is older, in steps that each save, and says how many went. It may be cut off and run again.</summary>
    Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop);
}
