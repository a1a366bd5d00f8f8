// How the figures are made, as an officer typed it.
using System.Globalization;

namespace Hearth.Insight.Measures.Perception.ChooseHow;

internal sealed record HowForm
{
    public List<Guid> Surveys { get; set; } = [];

    /// <summary>“yes” or “no”.</summary>
    public string? Weight { get; set; }
    public List<string> By { get; set; } = [];
    public TargetsFrom From { get; set; }
    public string? Typed { get; set; }
    public string? Low { get; set; }
    public string? High { get; set; }
    public string? MergeBelow { get; set; }
    public string? LeastForMethod { get; set; }

    public static HowForm Of(YearChoice choice, IEnumerable<Candidate> candidates, TargetsFrom usual) =>
        new()
        {
            Surveys = [.. candidates.Where(one => one.Chosen).Select(one => one.Survey.Id)],
            Weight = choice.Weighting is null ? "no" : "yes",
            By = [.. (choice.Weighting?.By ?? []).Select(one => Characteristic.Find(one.Characteristic)!.Key)],
            From = choice.Weighting is { Counts: true } ? TargetsFrom.Typed : usual,
            Typed = choice.Weighting is { Counts: true } typed
                ? string.Join(
                    '\n',
                    typed.By.SelectMany(one =>
                        one.Categories.Zip(one.Targets, (group, homes) => $"{one.Characteristic}, {group}, {homes:0}")
                    )
                )
                : null,
            Low = choice.Weighting is { } with ? Text(with.Low) : "0.3",
            High = choice.Weighting is { } and ? Text(and.High) : "3",
            MergeBelow = choice.Weighting is { } merging ? merging.MergeBelow?.ToString(CultureInfo.InvariantCulture) : "10",
            LeastForMethod = choice.LeastForMethod.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>The numbers that were typed; what is wrong with them.</summary>
    public (double? Low, double? High, int? MergeBelow, int Least, IReadOnlyList<HowRefusal> Refusals) Numbers()
    {
        List<HowRefusal> refusals = [];
        var (low, lowTyped) = Number(Low);
        var (high, highTyped) = Number(High);
        if (lowTyped && low is not (>= 0 and < 1))
        {
            refusals.Add(new LowOutside());
        }
        if (highTyped && high is not (> 1 and <= 100))
        {
            refusals.Add(new HighOutside());
        }
        if (lowTyped != highTyped)
        {
            refusals.Add(new OneLimitOnly());
        }
        int? merge = null;
        if (!string.IsNullOrWhiteSpace(MergeBelow))
        {
            merge = int.TryParse(MergeBelow.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var below) ? below : 0;
            if (merge is < 1 or > 1000)
            {
                refusals.Add(new MergeOutside());
            }
        }
        return (low, high, merge, LeastTyped(refusals), Weight == "yes" ? refusals : [.. refusals.OfType<LeastOutside>()]);
    }

    private int LeastTyped(List<HowRefusal> refusals)
    {
        if (
            int.TryParse(LeastForMethod?.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var least)
            && least is >= 10 and <= 10_000
        )
        {
            return least;
        }
        refusals.Add(new LeastOutside());
        return YearChoice.RegulatorsLeast;
    }

    private static (double? Number, bool Typed) Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? (null, false)
        : double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (number, true)
        : (null, true);

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
