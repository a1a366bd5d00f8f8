// /insight/measures/{year}/tenants-said: TP01 to TP12 of a year, how sure they are, and what they may be compared with.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Insight.Measures.Perception.History;
using Hearth.Insight.Measures.Perception.WorkOut;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Perception.SeeTenantsSaid;

[StaffOnly]
internal sealed class TenantsSaidModel(PerceptionReader reader, EarlierReader earlier, TimeProvider time) : PageModel
{
    // a weight above it, and one home speaks for so many that the officer should know
    public const decimal HeavyWeight = 5;

    [TempData]
    public string? Said { get; set; }

    public ReportingYear Year { get; private set; }

    public StockType Stock { get; private set; }

    /// <summary>The stocks that have figures this year.</summary>
    public IReadOnlyList<StockType> Stocks { get; private set; } = [];

    /// <summary>Null where nobody was asked.</summary>
    public PerceptionYear? Figures { get; private set; }

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public Edition? Frozen { get; private set; }

    /// <summary>The figures are no longer those of the last edition.</summary>
    public bool Moved { get; private set; }

    public IReadOnlyList<(Indicator Indicator, IReadOnlyList<EarlierFigure> Years)> Earlier { get; private set; } = [];

    /// <summary>The measures that have a figure, each with its range; null where fewer than two have.</summary>
    public DotPlot? Ranges
    {
        get
        {
            List<DotRow> rows =
            [
                .. (Figures?.Measures ?? [])
                    .Where(measure => measure is { Published: not null, Low: not null, High: not null })
                    .Select(measure => new DotRow(
                        measure.Code,
                        measure.Published!.Value,
                        measure.Low!.Value,
                        measure.High!.Value,
                        measure.Base
                    )),
            ];
            return rows.Count < 2
                ? null
                : new(
                    $"{rows.MaxBy(row => row.Share)!.Name} stands highest and {rows.MinBy(row => row.Share)!.Name} lowest.",
                    $"TP01 to TP12 with their ranges, {Year.Name}",
                    "Measure",
                    rows,
                    From: 0,
                    To: 100
                );
        }
    }

    public bool MayWrite => User.MayWriteMeasures();

    public async Task<IActionResult> OnGetAsync(int year, string? stock, CancellationToken stop)
    {
        Year = new(year);
        if (!ReportingYear.Known(time.Today()).Contains(Year) || (stock is not null && StockWords.Find(stock) is null))
        {
            return NotFound();
        }
        Stocks = await reader.StocksAsync(Year, stop);
        Stock = StockWords.Find(stock) ?? Stocks.FirstOrDefault(StockType.LowCostRental);
        Earlier = await earlier.ByIndicatorAsync(stop);
        if (await reader.GatherAsync(Year, Stock, stop) is { } gathered)
        {
            Candidates = gathered.Candidates;
            var worked = await reader.WorkOutAsync(gathered);
            Figures = worked.Year;
            Frozen = await reader.LastEditionAsync(Year, Stock, stop);
            Moved = Frozen is not null && !(Frozen.Read(out _)?.Measures ?? []).Select(One).SequenceEqual(worked.Year.Measures.Select(One));
        }
        return Page();

        static (string, decimal?, int) One(MeasureFigure figure) => (figure.Code, figure.Published, figure.Base);
    }
}
