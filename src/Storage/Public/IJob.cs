// Work that comes round by itself. However many nodes there are, one of them runs it.
namespace Hearth.Storage.Public;

public interface IJob
{
    /// <summary>Unique; the lease is kept under it.</summary>
    string Name { get; }

    /// <summary>From the end of one run to the start of the next.</summary>
    TimeSpan Every { get; }

    /// <summary>One run, in a scope of its own, as the system actor. It may be cut off at any point and must be safe to run again.</summary>
    Task RunAsync(CancellationToken stop);
}
