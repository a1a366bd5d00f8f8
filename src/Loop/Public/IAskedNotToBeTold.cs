// Who asked not to be told: the loop knows people only by their ids, so the module that knows their wishes says it.
namespace Hearth.Loop.Public;

/// <summary>Answered by the module that keeps people's wishes. Nobody answering means that nobody asked.</summary>
public interface IAskedNotToBeTold
{
    /// <summary>People who are not to be told what came of what they said: they are excused, never overdue.</summary>
    Task<IReadOnlySet<Guid>> ListAsync(CancellationToken stop);
}
