// A module's part of the demo landlord's year, told through the module's own handlers.
namespace Hearth.Storage.Public;

/// <summary>What the chapters share: the folder with the landlord's data, the seed, and today.</summary>
/// <param name="Folder">The demo data.</param>
/// <param name="Seed">Same seed, same landlord.</param>
/// <param name="Today">The day the demo is told on.</param>
/// <param name="Say">Progress, a line at a time.</param>
public sealed record DemoStory(string Folder, int Seed, DateOnly Today, Action<string> Say);

public interface IDemoChapter
{
    /// <summary>Chapters run in this order, each in a scope of its own.</summary>
    int Order { get; }

    Task TellAsync(DemoStory story, CancellationToken stop);
}
