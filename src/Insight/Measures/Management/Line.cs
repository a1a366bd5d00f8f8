// A line of the management measures: one measure of one stock, with the figure it comes to.
using System.Globalization;
using Hearth.Statistics;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Management;

internal sealed record Line(ManagementMeasure Measure, StockType Stock)
{
    /// <summary>In addresses: <c>CH01-1-LCRA</c>.</summary>
    public string Key => $"{Measure.Code}{(Measure.Part is { } part ? $"-{part}" : "")}-{Code(Stock)}";

    /// <summary>“CH01 part 1, low cost rental”.</summary>
    public string Called => Stock == StockType.All ? Measure.Called : $"{Measure.Called}, {Name(Stock)}";

    public bool IsShare => Measure.Unit == MeasureUnit.Percent;

    /// <summary>Every landlord has neighbourhoods; everything else a landlord may have none of.</summary>
    public bool MayNotApply => Measure.Code != "NM01";

    public bool Is(string code, int? part = null) => Measure.Code == code && (part is null || Measure.Part == part);

    public bool Holds(ManagementFigure figure) =>
        figure.Measure == Measure.Code && figure.Part == (Measure.Part ?? 0) && figure.Stock == Stock;

    /// <summary>One decimal place, ties away from zero; null while there is nothing to divide by.</summary>
    public decimal? Work(Counted? counted) =>
        counted is not { Applies: true, Numerator: { } part, Denominator: > 0 and var whole } ? null
        : IsShare ? Rounding.Percentage(part, whole)
        : decimal.Round(1000m * part / whole, 1, MidpointRounding.AwayFromZero);

    /// <summary>“53.9 per 1,000 homes”, “91.6%”, “No figure”, “Does not apply”.</summary>
    public string Say(Counted? counted) =>
        counted is { Applies: false } ? "Does not apply"
        : Work(counted) is not { } figure ? "No figure"
        : figure.ToString("N1", Words.British) + (IsShare ? "%" : " per 1,000 homes");

    /// <summary>“412 of 7,642”, for the audit and for what changes.</summary>
    public static string Counts(Counted? counted) =>
        counted switch
        {
            null => "nothing",
            { Applies: false } => "does not apply",
            _ => string.Join(", ", Parts(counted)),
        };

    /// <summary>The columns a figure of this kind must have before it can be published and has not; empty where it stands.</summary>
    public IEnumerable<string> Missing(Counted? counted)
    {
        if (counted is { Applies: false })
        {
            yield break;
        }
        if (counted?.Numerator is null)
        {
            yield return "numerator";
        }
        if (counted?.Denominator is null)
        {
            yield return "denominator";
        }
        if (Measure.Extension && counted?.WithoutExtension is null)
        {
            yield return "in time without an extension";
        }
        if (Measure.Extension && counted?.WithExtension is null)
        {
            yield return "in time with an extension";
        }
        if (Measure.Target is not null && counted?.Target is null)
        {
            yield return "target";
        }
    }

    /// <summary>The regulator's short name.</summary>
    public static string Code(StockType stock) =>
        stock switch
        {
            StockType.LowCostRental => "LCRA",
            StockType.LowCostHomeOwnership => "LCHO",
            StockType.Combined => "COMBINED",
            _ => "all",
        };

    public static string Name(StockType stock) =>
        stock switch
        {
            StockType.LowCostRental => "low cost rental",
            StockType.LowCostHomeOwnership => "low cost home ownership",
            StockType.Combined => "both in one figure",
            _ => "all homes",
        };

    /// <summary>Every line the set has codes for: in the order of its themes, rental before ownership before both.</summary>
    public static IReadOnlyList<Line> All(RegulatorSet set)
    {
        string[] themes = [.. set.Management.Select(measure => measure.Theme).Distinct()];
        return
        [
            .. set
                .Management.SelectMany(measure => measure.Datapoints.Keys.Select(stock => new Line(measure, stock)))
                .OrderBy(line => Array.IndexOf(themes, line.Measure.Theme))
                .ThenBy(line => line.Stock)
                .ThenBy(line => line.Measure.Code, StringComparer.Ordinal)
                .ThenBy(line => line.Measure.Part),
        ];
    }

    private static IEnumerable<string> Parts(Counted counted)
    {
        yield return $"{Number(counted.Numerator)} of {Number(counted.Denominator)}";
        if (counted.WithoutExtension is not null || counted.WithExtension is not null)
        {
            yield return $"{Number(counted.WithoutExtension)} without and {Number(counted.WithExtension)} with extension";
        }
        if (counted.Target is { } target)
        {
            yield return $"target {target.ToString(CultureInfo.InvariantCulture)}";
        }
        if (counted.SeveralTargets)
        {
            yield return $"several targets: {counted.TargetsInWords}";
        }
    }

    private static string Number(int? number) => number is { } known ? Words.Whole(known) : "not known";
}
