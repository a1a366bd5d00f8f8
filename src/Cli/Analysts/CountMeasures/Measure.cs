// The twelve questions the regulator has put to tenants, by their codes in the return.
namespace Hearth.Cli.Analysts.CountMeasures;

/// <param name="Code">TP01 to TP12; the heading of its column.</param>
/// <param name="Name">What it is called in the return.</param>
/// <param name="Filter">The column of the question that is put first; null where there is none. TP03 goes by the repair that TP02 asks of.</param>
/// <param name="OffersNotApplicable">Whether “not applicable / don't know” is among the answers to choose from.</param>
internal sealed record Measure(string Code, string Name, string? Filter, bool OffersNotApplicable)
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("TP01", "Overall satisfaction", null, false),
        new("TP02", "Satisfaction with repairs", "TP02_filter", false),
        new("TP03", "Satisfaction with time taken to complete most recent repair", "TP02_filter", false),
        new("TP04", "Satisfaction that the home is well maintained", null, false),
        new("TP05", "Satisfaction that the home is safe", null, true),
        new("TP06", "Satisfaction that the landlord listens to tenant views and acts upon them", null, true),
        new("TP07", "Satisfaction that the landlord keeps tenants informed about things that matter to them", null, true),
        new("TP08", "Agreement that the landlord treats tenants fairly and with respect", null, true),
        new("TP09", "Satisfaction with the landlord’s approach to handling complaints", "TP09_filter", false),
        new("TP10", "Satisfaction that the landlord keeps communal areas clean and well maintained", "TP10_filter", false),
        new("TP11", "Satisfaction that the landlord makes a positive contribution to neighbourhoods", null, true),
        new("TP12", "Satisfaction with the landlord’s approach to handling anti-social behaviour", null, true),
    ];
}
