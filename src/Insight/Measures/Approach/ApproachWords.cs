// An officer's words for one item of the summary of approach, with what Hearth had written when they were.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

internal sealed class ApproachWords
{
    public const int Longest = 4000;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int YearEnding { get; set; }
    public StockType Stock { get; set; }

    /// <summary>Of paragraph 35: a to k.</summary>
    public required string Item { get; set; }

    public string Words { get; set; } = "";

    /// <summary>What stood there then, made from the facts: when it differs now, a fact has changed.</summary>
    public string MadeFrom { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }
    public string ChangedBy { get; set; } = "";
    public int Version { get; set; }
}
