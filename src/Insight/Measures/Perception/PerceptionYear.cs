// One year's perception figures of one stock, as they are worked out now or as they were frozen.
using System.Text.Json.Serialization;
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

/// <summary>Percentages are decimal with one place, ties away from zero; null is no figure.</summary>
/// <param name="Population">Homes of this stock with a running tenancy, those left out still in.</param>
/// <param name="RequiredExact">By the regulator's bands; <paramref name="RequiredRoundedUp"/> is the same rounded up.</param>
/// <param name="Margin">A fraction, by the regulator's formula; null where nobody answered.</param>
/// <param name="Responses">Homes that answered, before weights.</param>
/// <param name="Weighting">Null where it is not weighted.</param>
internal sealed record PerceptionYear(
    ReportingYear Year,
    StockType Stock,
    string MeasureSet,
    IReadOnlyList<SurveyTaken> Surveys,
    int Population,
    int RequiredRoundedUp,
    double RequiredExact,
    double? Margin,
    bool Census,
    IReadOnlyList<LeftOutCount> LeftOut,
    int Responses,
    IReadOnlyList<MethodCount> Methods,
    WeightingDone? Weighting,
    IReadOnlyList<MeasureFigure> Measures,
    IReadOnlyList<ComparisonWithBefore> Compared
)
{
    /// <summary>Why it is not weighted though weights were asked for; empty where nothing stands in the way.</summary>
    public IReadOnlyList<string> NotWeightedBecause { get; init; } = [];

    /// <summary>How many answered satisfied, neither and dissatisfied overall by each method, small numbers hidden.</summary>
    public IReadOnlyList<MethodAnswers> ByMethod { get; init; } = [];

    /// <summary>The year before that <see cref="Compared"/> sets beside it, and the edition of its figures; null where they were worked out now.</summary>
    public ReportingYear? Before { get; init; }
    public int? BeforeEdition { get; init; }

    /// <summary>Homes that answered in both years, which a change allows for; null where they are not known, or hardly any did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InBothYears { get; init; }

    /// <summary>Fewer answers by a method than this, and its figure is not shown.</summary>
    public int LeastForMethod { get; init; } = 50;

    /// <summary>Answers left out because the household answered a later survey of the year too.</summary>
    public int Superseded { get; init; }

    /// <summary>Each measure and filter in the words it was asked in, and changes of those while a survey was open.</summary>
    public IReadOnlyDictionary<string, string> Wording { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<Rewording> Reworded { get; init; } = [];

    /// <summary>Answers that stand behind a filter answered otherwise than Yes, or say “not applicable” where it is not offered: none counts.</summary>
    [JsonIgnore]
    public int NotCounted => Measures.Sum(measure => measure.BehindFilter + measure.NotOffered);

    public MeasureFigure? this[string code] => Measures.FirstOrDefault(measure => measure.Code == code);
}

/// <param name="How">“Census”, “Sample: proportional, by ward”.</param>
internal sealed record SurveyTaken(Guid Id, string Title, DateOnly FirstDay, DateOnly LastDay, string How)
{
    public const string Census = "Census";

    [JsonIgnore]
    public bool IsCensus => How == Census;
}

/// <param name="Tp01">Per cent satisfied overall of those who answered this way; null under the minimum.</param>
internal sealed record MethodCount(AnswerMethod Method, int Responses, decimal? Tp01);

/// <summary>Counts as they may be shown: the number or “[c]”.</summary>
internal sealed record MethodAnswers(AnswerMethod Method, string Satisfied, string Neither, string Dissatisfied, string Base);

/// <param name="Supplied">The weights came with the answers; nothing is known of how they were made.</param>
/// <param name="Characteristics">What was weighted by, strata of an unequal draw too: “Age”, “Ward”.</param>
/// <param name="DesignEffect">By how much the weights widen a range (Kish).</param>
/// <param name="LimitLow">The least and the most that one home was allowed to count for; null for no limit.</param>
/// <param name="Merged">What was too small to stand alone and was merged with what, in words.</param>
/// <param name="Targets">Where the counts of everyone are from: “Tenant list of 22 November 2026”.</param>
internal sealed record WeightingDone(
    bool Supplied,
    IReadOnlyList<string> Characteristics,
    double DesignEffect,
    double EffectiveSample,
    decimal Least,
    decimal Greatest,
    double? LimitLow,
    double? LimitHigh,
    IReadOnlyList<string> Merged,
    IReadOnlyList<WeightedGroup> Groups,
    string Targets
)
{
    /// <summary>How the draw was evened out; null where every home had the same chance.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DrawDone? Draw { get; init; }

    /// <summary>What was raked to: characteristics without those of the draw alone.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> RakedBy => [.. Groups.Select(group => group.Characteristic).Distinct(StringComparer.Ordinal)];
}

/// <summary>A group that was weighted to; shares are per cent of everyone.</summary>
internal sealed record WeightedGroup(string Characteristic, string Group, int Responses, decimal Wanted, decimal Before, decimal After);

/// <param name="Counts">Five, best first, before weights; so are the filters and “not applicable”, null where they are not offered.</param>
/// <param name="Base">The five added.</param>
/// <param name="Low">The range of the published percentage, 95 in 100.</param>
internal sealed record MeasureFigure(
    string Code,
    string Name,
    IReadOnlyList<int> Counts,
    int? NotApplicable,
    int? FilterYes,
    int? FilterNo,
    IReadOnlyList<decimal>? WeightedCounts,
    decimal? WeightedNotApplicable,
    decimal? WeightedFilterYes,
    decimal? WeightedFilterNo,
    int Base,
    decimal? Percent,
    decimal? WeightedPercent,
    decimal? Low,
    decimal? High
)
{
    [JsonIgnore]
    public decimal? Published => WeightedPercent ?? Percent;

    /// <summary>The range of the unweighted percentage.</summary>
    public decimal? UnweightedLow { get; init; }
    public decimal? UnweightedHigh { get; init; }

    /// <summary>The published share as a fraction, not rounded, and its standard error squared: what the year after needs to say whether a change is more than chance.</summary>
    public double? Estimate { get; init; }
    public double? Variance { get; init; }
    public int Degrees { get; init; }

    /// <summary>Answers that stand behind a filter answered otherwise than Yes.</summary>
    public int BehindFilter { get; init; }

    /// <summary>“Not applicable” where it is not offered.</summary>
    public int NotOffered { get; init; }
}

/// <param name="Before">Published the year before.</param>
/// <param name="Difference">In points, with its range.</param>
/// <param name="MoreThanChance">Null where it cannot be said.</param>
/// <param name="Breaks">What else changed between the two years, so that they may not be compared, in words.</param>
internal sealed record ComparisonWithBefore(
    string Code,
    decimal? Before,
    decimal? Difference,
    decimal? Low,
    decimal? High,
    bool? MoreThanChance,
    IReadOnlyList<string> Breaks
);
