// Every check that a year's return and publication can fail, in the order in which an officer meets them.
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Return;

internal static class Checks
{
    /// <summary>The return asks for five at the most (question 14).</summary>
    public const int MostCharacteristics = 5;

    /// <summary>A landlord with so many homes of low cost home ownership reports what they said; with fewer it need not.</summary>
    public const int MostHomesUnasked = 1000;

    public static IReadOnlyList<Check> Of(YearToReport report) =>
        [
            .. OfYear(report),
            .. report.Stocks.SelectMany(stock => ChecksOfStock.Of(stock, report.Year)),
            .. OfManagement(report),
            .. OfPublishing(report),
        ];

    private static IEnumerable<Check> OfYear(YearToReport report)
    {
        if (!report.Year.HasEnded(report.Today))
        {
            yield return new YearHasNotEnded(report.Year.End, report.Year.Address);
        }
        if (report.Stocks.Count == 0)
        {
            yield return new NobodyWasAsked();
        }
        else if (
            report.Register.GetValueOrDefault(StockType.LowCostHomeOwnership) is var owners and >= MostHomesUnasked
            && report.Stocks.All(stock => stock.Stock == StockType.LowCostRental)
        )
        {
            yield return new HomeOwnersNotAsked(owners);
        }
    }

    private static IEnumerable<Check> OfManagement(YearToReport report)
    {
        var (year, figures) = (report.Year, report.Management);
        string At(Line line) => $"{year.Address}/{line.Key}";
        foreach (var (line, lacks) in report.Returns.Values.SelectMany(one => one.Missing))
        {
            yield return lacks.SequenceEqual(["target"])
                ? new TargetMissing(line.Called, At(line))
                : new LineMissing(line.Called, string.Join(", ", lacks), At(line));
        }
        foreach (var line in figures.Asked.Where(line => line.IsShare))
        {
            if (figures[line] is { Applies: true, Numerator: { } part, Denominator: { } whole } && part > whole)
            {
                yield return new LineImpossible(line.Called, "the numerator is more than the denominator", At(line));
            }
        }
        foreach (var (line, refusal) in AcrossLines.WhyNot(figures, [.. figures.Asked]))
        {
            yield return new LineImpossible(line.Called, refusal.Words, At(line));
        }
        if (
            report.Stocks.Count > 0
            && figures.Standing.Count > 0
            && report.Stocks.Any(s => s.Stock == StockType.Combined) != figures.IsCombined
        )
        {
            yield return new ReportedApartAndTogether(year.Address);
        }
        foreach (var warning in report.Warnings.Where(warning => warning is not Management.TargetMissing))
        {
            yield return new LookAgain(warning.Words, At(warning.Line));
        }
    }

    private static IEnumerable<Check> OfPublishing(YearToReport report)
    {
        if (report.Last is null)
        {
            yield return new NotPublished(report.Year.Publish());
        }
        else if (!Published.Bodies.IsWhatStands(report.Last, report))
        {
            yield return new PublishedOtherwise(report.Year.Publish());
        }
    }
}
