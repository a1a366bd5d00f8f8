// Told when a person stops a way themselves, by answering on it.
namespace Hearth.Messaging.Public;

/// <summary>A module that keeps by which way people are reached. Called in the unit of work that takes the word; must not save.</summary>
public interface IOptOuts
{
    /// <summary>Whoever has this address wants nothing more by this way.</summary>
    Task StoppedAsync(Channel channel, string address, CancellationToken stop);
}
