// One share and how sure it is.
using Hearth.Statistics.Estimation;

namespace Hearth.Cli.Analysts.EstimateShares;

/// <param name="Group">The group; all for everyone.</param>
/// <param name="N">Responses in the base, unweighted.</param>
/// <param name="Estimate">The share, 0 to 1; null where nobody is in the base.</param>
/// <param name="StandardError">Its standard error; null where it cannot be known.</param>
/// <param name="Lower">The lower end of the 95% range.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Margin">1.96 standard errors.</param>
/// <param name="DesignEffect">Its variance over that of as many drawn by lot.</param>
/// <param name="EffectiveSample">How many drawn by lot would be as sure.</param>
/// <param name="Refusal">Why there is no figure or no error; null where there is.</param>
internal sealed record GroupEstimate(
    string Group,
    int N,
    double? Estimate,
    double? StandardError,
    double? Lower,
    double? Upper,
    double? Margin,
    double? DesignEffect,
    double? EffectiveSample,
    string? Refusal
)
{
    private const double Z = 1.96;

    /// <param name="group">The group.</param>
    /// <param name="found">Its estimate.</param>
    /// <param name="interval">How the range is found.</param>
    /// <param name="stratified">Whether the sample was drawn by strata.</param>
    public static GroupEstimate Of(string group, Estimate found, Interval interval, bool stratified)
    {
        var range = found.Interval(interval.Method());
        return new(
            group,
            found.Respondents,
            found.Value,
            found.StandardError,
            range?.Lower,
            range?.Upper,
            Z * found.StandardError,
            found.DesignEffect,
            // no number in JSON: everyone was asked, or the margins explain the answers wholly
            found.EffectiveSize
                is { } size
            && double.IsFinite(size)
                ? size
                : null,
            found.Refusal switch
            {
                EstimateRefusal.None => null,
                EstimateRefusal.NobodyInTheBase => "nobody is in the base",
                _ when stratified => "a stratum has one response only",
                _ => "the file has one response only",
            }
        );
    }

    public IReadOnlyList<string> Cells() =>
        [
            Group,
            Figures.Count(N),
            Figures.Percent(Estimate),
            StandardError is { } error ? (100 * error).ToString("0.00", Figures.English) : Refusal ?? Figures.None,
            Figures.Percent(Lower),
            Figures.Percent(Upper),
            Figures.Points(Margin, "0.0"),
        ];
}
