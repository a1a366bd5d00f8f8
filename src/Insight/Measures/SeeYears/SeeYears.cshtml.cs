// /insight/measures: the reporting years, and how far each has come.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Insight.Measures.Published;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.SeeYears;

/// <param name="Asked">A survey with the regulator's measures was in the field.</param>
/// <param name="Frozen">Of every stock that was asked, the figures are frozen.</param>
/// <param name="Version">What tenants read; null where nothing is published.</param>
internal sealed record LineOfYear(YearOfFigures Figures, bool Asked, bool Frozen, int? Version);

[StaffOnly]
internal sealed class SeeYearsModel(FigureReader reader, PerceptionReader perception, HearthDb db, TimeProvider time) : PageModel
{
    public IReadOnlyList<LineOfYear> Years { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    public bool MayWrite => User.MayWriteMeasures();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var editions = await db.Set<Edition>().Select(edition => new { edition.YearEnding, edition.Stock }).Distinct().ToListAsync(stop);
        var versions = await db.Set<Publication>()
            .GroupBy(publication => publication.YearEnding)
            .Select(year => new { year.Key, Last = year.Max(publication => publication.Number) })
            .ToDictionaryAsync(year => year.Key, year => year.Last, stop);
        List<LineOfYear> years = [];
        foreach (var year in ReportingYear.Known(Today))
        {
            IReadOnlyList<StockType> asked = await perception.StocksAsync(year, stop);
            years.Add(
                new(
                    await reader.YearAsync(year, stop),
                    asked.Count > 0,
                    asked.Count > 0
                        && asked.All(stock => editions.Exists(edition => edition.YearEnding == year.Ending && edition.Stock == stock)),
                    versions.TryGetValue(year.Ending, out var last) ? last : null
                )
            );
        }
        Years = years;
    }
}
