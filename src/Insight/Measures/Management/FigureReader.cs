// Reads the figures of a year, and what the register says of the same homes today.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Management;

internal sealed class FigureReader(HearthDb db, Audience audience, Actor actor, TimeProvider time)
{
    private const int DaysTheRegisterTells = 366;

    public async Task<YearOfFigures> YearAsync(ReportingYear year, CancellationToken stop)
    {
        var rows = await db.Set<ManagementFigure>().AsNoTracking().Where(row => row.YearEnding == year.Ending).ToListAsync(stop);
        return Of(year, rows);
    }

    /// <summary>The figures of a year, or null where it is none that Hearth knows.</summary>
    public async Task<YearOfFigures?> FindAsync(int ending, CancellationToken stop) =>
        ReportingYear.Known(time.Today()).Contains(new(ending)) ? await YearAsync(new(ending), stop) : null;

    public static YearOfFigures Of(ReportingYear year, IReadOnlyList<ManagementFigure> rows) =>
        new(
            year,
            Line.All(year.Set)
                .Select(line => (line.Key, Row: rows.FirstOrDefault(line.Holds)))
                .Where(found => found.Row is not null)
                .ToDictionary(found => found.Key, found => found.Row!.Counted, StringComparer.Ordinal)
        );

    /// <summary>Running tenancies by the stock the regulator counts them in; empty where the register cannot tell: another year, nobody in it, or a reader who sees a part.</summary>
    public async Task<IReadOnlyDictionary<StockType, int>> RegisterAsync(ReportingYear year, CancellationToken stop)
    {
        if (register is { } counted && counted.Year == year)
        {
            return counted.Homes;
        }
        var homes = await CountAsync(year, stop);
        register = (year, homes);
        return homes;
    }

    // a page asks for it twice, of tens of thousands of homes
    private (ReportingYear Year, IReadOnlyDictionary<StockType, int> Homes)? register;

    private async Task<IReadOnlyDictionary<StockType, int>> CountAsync(ReportingYear year, CancellationToken stop)
    {
        if (actor.Sight is not null || time.Today().DayNumber - year.To.DayNumber > DaysTheRegisterTells)
        {
            return new Dictionary<StockType, int>();
        }
        var homes = (await audience.CountedAsync(new AudienceFilter(), stop))
            .CountBy(home => MeasureAnswers.StockOf(home.Facts.Tenure) ?? StockType.All)
            .ToDictionary();
        var (rental, owned) = (homes.GetValueOrDefault(StockType.LowCostRental), homes.GetValueOrDefault(StockType.LowCostHomeOwnership));
        return rental + owned == 0
            ? new Dictionary<StockType, int>()
            : new Dictionary<StockType, int>
            {
                [StockType.LowCostRental] = rental,
                [StockType.LowCostHomeOwnership] = owned,
                [StockType.Combined] = rental + owned,
                [StockType.All] = rental + owned,
            };
    }

    public async Task<IReadOnlyList<Warning>> WarningsAsync(YearOfFigures figures, CancellationToken stop) =>
        [.. Warnings.Of(figures, await YearAsync(figures.Year.Before, stop), await RegisterAsync(figures.Year, stop))];
}
