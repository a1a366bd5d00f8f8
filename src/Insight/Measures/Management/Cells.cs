// What is typed for a figure, in a form or in a row of a file: read and refused by the same rules.
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearth.Insight.Measures.Management;

/// <summary>As typed; empty where nothing was.</summary>
internal sealed partial class Cells
{
    private const int LongestWords = 1000;

    public string? Applies { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string? WithoutExtension { get; set; }
    public string? WithExtension { get; set; }
    public string? Target { get; set; }
    public string? SeveralTargets { get; set; }
    public string? TargetsInWords { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Applies) && !HasNumbers;

    private bool HasNumbers =>
        new[] { Numerator, Denominator, WithoutExtension, WithExtension, Target, TargetsInWords }.Any(cell =>
            !string.IsNullOrWhiteSpace(cell)
        ) || IsYes(SeveralTargets);

    public static Cells Of(Counted? counted) =>
        counted is null
            ? new()
            : new()
            {
                Applies = counted.Applies ? "yes" : "no",
                Numerator = Text(counted.Numerator),
                Denominator = Text(counted.Denominator),
                WithoutExtension = Text(counted.WithoutExtension),
                WithExtension = Text(counted.WithExtension),
                Target = Text(counted.Target),
                SeveralTargets =
                    counted.SeveralTargets ? "yes"
                    : counted.Target is null ? null
                    : "no",
                TargetsInWords = counted.TargetsInWords,
            };

    /// <summary>What was counted, and every reason why it cannot be taken.</summary>
    /// <param name="line">What it is for.</param>
    /// <param name="strict">A row of a file: numbers beside “no” and cells that the measure does not have are refused, not passed over.</param>
    public (Counted Counted, IReadOnlyList<Refusal> Refusals) Read(Line line, bool strict)
    {
        List<Refusal> refusals = [];
        if (IsNo(Applies))
        {
            if (!line.MayNotApply)
            {
                refusals.Add(new AlwaysApplies(line.Measure.Called));
            }
            else if (strict && HasNumbers)
            {
                refusals.Add(new CountedThoughItDoesNotApply());
            }
            return (new(false), refusals);
        }
        if (!IsYes(Applies) && !string.IsNullOrWhiteSpace(Applies))
        {
            refusals.Add(new AppliesIsNone());
        }
        else if (!IsYes(Applies) && line.MayNotApply && !strict)
        {
            return (new(true), [new AppliesNotSaid()]);
        }
        var several = IsYes(SeveralTargets);
        if (!several && !IsNo(SeveralTargets) && !string.IsNullOrWhiteSpace(SeveralTargets))
        {
            refusals.Add(new SeveralIsNone());
        }
        var counted = new Counted(
            true,
            Whole(Numerator, nameof(Numerator), "Numerator", true),
            Whole(Denominator, nameof(Denominator), "Denominator", true),
            Whole(WithoutExtension, nameof(WithoutExtension), "Without an extension", line.Measure.Extension),
            Whole(WithExtension, nameof(WithExtension), "With an extension", line.Measure.Extension),
            Whole(Target, nameof(Target), "Target", line.Measure.Target is not null),
            several && line.Measure.Target is not null,
            several && line.Measure.Target is not null ? TargetsInWords?.Trim() : null
        );
        if (strict && line.Measure.Target is null && several)
        {
            refusals.Add(new NotOfThisMeasure(nameof(SeveralTargets), "Several targets", line.Measure.Called));
        }
        // a cell that could not be read is not a cell left empty
        var unread = refusals.Count > 0;
        refusals.AddRange(WhyNot(line, counted).Where(refusal => !unread || refusal is not NothingCounted));
        return (counted, refusals);

        int? Whole(string? cell, string name, string what, bool has)
        {
            var text = cell?.Trim() ?? "";
            if (text.Length == 0)
            {
                return null;
            }
            if (!has)
            {
                if (strict)
                {
                    refusals.Add(new NotOfThisMeasure(name, what, line.Measure.Called));
                }
                return null;
            }
            if (text.StartsWith('-') || text.StartsWith('−'))
            {
                refusals.Add(new Negative(name, what));
            }
            else if (!WholeNumber.IsMatch(text))
            {
                refusals.Add(new NotWhole(name, what));
            }
            else if (
                int.TryParse(
                    text.Replace(",", "", StringComparison.Ordinal),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && number <= 9_999_999
            )
            {
                return number;
            }
            else
            {
                refusals.Add(new TooMany(name, what));
            }
            return null;
        }
    }

    /// <summary>What is wrong with a line by itself.</summary>
    private static IEnumerable<Refusal> WhyNot(Line line, Counted counted)
    {
        if (counted is { Numerator: null, Denominator: null })
        {
            yield return new NothingCounted();
        }
        if (line.IsShare && counted.Numerator > counted.Denominator)
        {
            yield return new MoreThanAll(counted.Denominator!.Value);
        }
        if (counted is { Numerator: { } numerator, WithoutExtension: { } without, WithExtension: { } with } && without + with != numerator)
        {
            yield return new ExtensionDoesNotAddUp(without + with, numerator);
        }
        if (counted.Target == 0)
        {
            yield return new TargetIsNothing();
        }
        if (counted.SeveralTargets && string.IsNullOrWhiteSpace(counted.TargetsInWords))
        {
            yield return new TargetsNotSaid();
        }
        if (counted.TargetsInWords is { Length: > LongestWords })
        {
            yield return new WordsTooLong();
        }
    }

    private static bool IsYes(string? cell) => cell?.Trim().ToUpperInvariant() is "YES" or "Y";

    private static bool IsNo(string? cell) => cell?.Trim().ToUpperInvariant() is "NO" or "N";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    // 7642 or 7,642
    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)$")]
    private static partial Regex WholeNumber { get; }
}
