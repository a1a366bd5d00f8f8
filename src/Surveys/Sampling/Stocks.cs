// Which homes a stock is: low cost rental and low cost home ownership are sampled and reported apart; leaseholders and other tenures are in neither.
using Hearth.People.Public;
using Hearth.Surveys.Public;

namespace Hearth.Surveys.Sampling;

internal static class Stocks
{
    // TSM Technical Requirements: rental includes supported and temporary homes, home ownership is shared ownership not fully staircased
    private static readonly IReadOnlyList<TenureKind> Rental =
    [
        TenureKind.GeneralNeeds,
        TenureKind.Sheltered,
        TenureKind.Supported,
        TenureKind.Temporary,
    ];

    private static readonly IReadOnlyList<TenureKind> Ownership = [TenureKind.SharedOwnership];

    private static readonly IReadOnlySet<string> InRental = Rental.Select(Audience.TenureName).ToHashSet(StringComparer.Ordinal);

    private static readonly IReadOnlySet<string> InOwnership = Ownership.Select(Audience.TenureName).ToHashSet(StringComparer.Ordinal);

    /// <summary>The tenures of a stock.</summary>
    public static IReadOnlyList<TenureKind> TenuresOf(StockType stock) =>
        stock switch
        {
            StockType.LowCostRental => Rental,
            StockType.LowCostHomeOwnership => Ownership,
            _ => [.. Rental, .. Ownership],
        };

    /// <summary>The stock that a tenure, as it is shown, is counted in; null for what is neither, and for what nobody knows.</summary>
    public static StockType? Of(string tenure) =>
        InRental.Contains(tenure) ? StockType.LowCostRental
        : InOwnership.Contains(tenure) ? StockType.LowCostHomeOwnership
        : null;

    /// <summary>Whether a home of this tenure, as it is shown, is of this stock. One whose tenure nobody knows goes along with those it was asked with.</summary>
    public static bool Holds(this StockType stock, string tenure) =>
        tenure is "" or GroupFacts.Unknown || (Of(tenure) is { } of && (stock == of || stock is StockType.Combined or StockType.All));

    /// <summary>The stock that a survey of these homes speaks for: rental where any is rented. Both in one is never inferred, only chosen.</summary>
    public static StockType Of(IReadOnlyCollection<string> tenures) =>
        tenures.Any(InOwnership.Contains) && !tenures.Any(InRental.Contains) ? StockType.LowCostHomeOwnership : StockType.LowCostRental;

    /// <summary>“Low cost rental homes”.</summary>
    public static string Name(this StockType stock) =>
        stock switch
        {
            StockType.LowCostRental => "Low cost rental homes",
            StockType.LowCostHomeOwnership => "Low cost home ownership",
            _ => "Rental and home ownership in one",
        };
}
