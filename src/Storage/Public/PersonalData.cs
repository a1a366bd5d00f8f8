// The two questions every module answers about a person: what do you hold, and will you forget it.
namespace Hearth.Storage.Public;

/// <summary>One thing held on a person, in words they would understand.</summary>
public sealed record HeldItem(string What, string Value, DateTimeOffset? Since = null);

/// <summary>A module's answer for the person's file and for erasure. Every entity with a <c>PersonId</c> is covered by one of these (a House test holds it).</summary>
public interface IPersonalData
{
    /// <summary>The entities that this answers for.</summary>
    IReadOnlyCollection<Type> Covers { get; }

    /// <summary>Everything held on the person.</summary>
    Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop);

    /// <summary>Forgets the person in this unit of work, keeping counts true; the caller saves and audits.</summary>
    Task ForgetAsync(Guid personId, CancellationToken stop);
}
