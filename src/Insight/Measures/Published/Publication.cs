// One version of a year's measures as it was published. Never changed: a correction is the next one, and this one stays to be read.
namespace Hearth.Insight.Measures.Published;

internal sealed class Publication
{
    public const int LongestReason = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public int YearEnding { get; init; }

    /// <summary>From 1 in its year.</summary>
    public int Number { get; init; }

    /// <summary>Why it took the place of the one before, for readers; empty for the first.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What stands on the pages beside the frozen figures: JSON of <see cref="PublishedBody"/>.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>SHA-256 of the body, in hexadecimal.</summary>
    public string Sha256 { get; init; } = "";
    public DateTimeOffset PublishedAt { get; init; }
    public string PublishedBy { get; init; } = "";
}
