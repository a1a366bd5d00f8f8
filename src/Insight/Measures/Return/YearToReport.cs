// Everything a return and a publication of a year are made from, gathered once.
using Hearth.Insight.Measures.Approach;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Published;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Return;

/// <summary>One stock, with its summary of approach.</summary>
internal sealed record StockToReport(FieldFacts Facts, Approach.Approach Approach)
{
    public StockType Stock => Facts.Stock;
}

/// <param name="Today">The day it is looked at.</param>
/// <param name="Warnings">Management figures to look at again.</param>
/// <param name="Last">What was published last of this year; null where nothing was.</param>
/// <param name="Register">Homes on the tenant list by stock; empty where the list cannot tell of that year.</param>
internal sealed record YearToReport(
    ReportingYear Year,
    DateOnly Today,
    IReadOnlyList<StockToReport> Stocks,
    YearOfFigures Management,
    IReadOnlyDictionary<StockType, StockReturn> Returns,
    IReadOnlyList<Warning> Warnings,
    Publication? Last,
    IReadOnlyDictionary<StockType, int> Register
);

internal sealed class YearToReportReader(
    HearthDb db,
    ApproachReader approach,
    FigureReader figures,
    ManagementReturn management,
    TimeProvider time
)
{
    /// <summary>The year, or null where it is none that Hearth knows.</summary>
    public async Task<YearToReport?> FindAsync(int ending, CancellationToken stop)
    {
        if (await figures.FindAsync(ending, stop) is not { } counted)
        {
            return null;
        }
        var year = counted.Year;
        var returns = new Dictionary<StockType, StockReturn>();
        foreach (var stock in counted.Asked.Select(line => line.Stock).Distinct())
        {
            returns[stock] = await management.ReadAsync(year, stock, stop);
        }
        return new(
            year,
            time.Today(),
            [.. (await approach.YearAsync(year, stop)).Select(one => new StockToReport(one.Facts, one.Approach))],
            counted,
            returns,
            await figures.WarningsAsync(counted, stop),
            await db.Set<Publication>()
                .AsNoTracking()
                .Where(publication => publication.YearEnding == ending)
                .OrderByDescending(publication => publication.Number)
                .FirstOrDefaultAsync(stop),
            await figures.RegisterAsync(year, stop)
        );
    }
}
