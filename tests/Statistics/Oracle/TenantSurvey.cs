// The landlord's survey of the oracle, under each of the designs R was given.
using Hearth.Statistics.Estimation;

namespace Hearth.Statistics.Tests.Oracle;

internal static class TenantSurvey
{
    internal static readonly double[] Sizes = [2_400, 1_500, 700, 320];

    internal static readonly string[] Designs =
    [
        "plain",
        "nofpc",
        "strat",
        "rakeplain",
        "rakestrat",
        "rakehard",
        "calplain",
        "calstrat",
        "linstrat",
        "post",
    ];

    private static readonly Recorded Data = Recorded.Tenants;

    private static Categories[] Margins => [Data.Categories("area"), Data.Categories("age"), Data.Categories("tenure")];

    internal static Categories Groups => Data.Categories("group");

    internal static SampleDesign Design(string name)
    {
        var weights = Data.Numbers($"w_{name}");
        var first = Data.Numbers("first");
        var plain = SampleDesign.Simple(weights, Sizes.Sum());
        var strata = SampleDesign.Stratified(weights, Data.Codes("stratum", from: 1), Sizes);
        return name switch
        {
            "plain" => plain,
            "nofpc" => SampleDesign.Simple(weights),
            "strat" => strata,
            "rakeplain" => plain.Calibrated(Margins, residuals: CalibrationResiduals.TenSweeps),
            "rakestrat" => strata.Calibrated(Margins, first, CalibrationResiduals.TenSweeps),
            "rakehard" => plain.Calibrated([Data.Categories("area"), Data.Categories("patch")], residuals: CalibrationResiduals.TenSweeps),
            "calplain" => plain.Calibrated(Margins),
            "calstrat" or "linstrat" => strata.Calibrated(Margins, first),
            "post" => strata.Calibrated([Data.Categories("age")], first),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    internal static Measure Question(string name) =>
        name switch
        {
            "yes1" => Measure.Share(Data.Codes("q1", from: 1), [0, 1], [0, 1, 2, 3, 4]),
            "yes2" => Measure.Share(Data.Codes("q2", from: 1), [0, 1], [0, 1, 2, 3, 4]),
            "q1" => Measure.Mean(Data.Numbers("q1")),
            "q3=1" => Measure.Share(Data.Codes("q3", from: 1), [0], [0, 1, 2]),
            "intime/jobs" => Measure.Ratio(Data.Numbers("intime"), Data.Numbers("jobs")),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
}
