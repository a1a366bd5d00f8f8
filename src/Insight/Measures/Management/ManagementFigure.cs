// One management figure of one year, as the landlord entered it. What is published is worked out from it, never typed.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Management;

internal sealed class ManagementFigure
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>2026 for the year that ended on 31 March 2026.</summary>
    public int YearEnding { get; set; }

    public required string Measure { get; set; }

    /// <summary>1 or 2; 0 where the measure has one figure.</summary>
    public int Part { get; set; }

    public StockType Stock { get; set; }

    /// <summary>The landlord says so for each; nothing is counted where it does not.</summary>
    public bool Applies { get; set; } = true;

    public int? Numerator { get; set; }
    public int? Denominator { get; set; }

    /// <summary>Of the numerator, answered in time without an extension.</summary>
    public int? WithoutExtension { get; set; }

    /// <summary>Of the numerator, answered in time after an extension.</summary>
    public int? WithExtension { get; set; }

    /// <summary>Days or hours, as the measure says.</summary>
    public int? Target { get; set; }
    public bool SeveralTargets { get; set; }
    public string? TargetsInWords { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
    public string ChangedBy { get; set; } = "";
    public int Version { get; set; }

    /// <summary>What was counted, as one value.</summary>
    public Counted Counted => new(Applies, Numerator, Denominator, WithoutExtension, WithExtension, Target, SeveralTargets, TargetsInWords);

    public void Take(Counted counted) =>
        (Applies, Numerator, Denominator, WithoutExtension, WithExtension, Target, SeveralTargets, TargetsInWords) = (
            counted.Applies,
            counted.Numerator,
            counted.Denominator,
            counted.WithoutExtension,
            counted.WithExtension,
            counted.Target,
            counted.SeveralTargets,
            counted.TargetsInWords
        );
}

/// <summary>What a landlord counted for one line.</summary>
internal sealed record Counted(
    bool Applies,
    int? Numerator = null,
    int? Denominator = null,
    int? WithoutExtension = null,
    int? WithExtension = null,
    int? Target = null,
    bool SeveralTargets = false,
    string? TargetsInWords = null
);
