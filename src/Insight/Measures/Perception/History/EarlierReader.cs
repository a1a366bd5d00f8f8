// Reads the earlier figures by indicator.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Perception.History;

internal sealed class EarlierReader(HearthDb db)
{
    /// <summary>The indicators that have figures, in the order of the list; the newest year first.</summary>
    public async Task<IReadOnlyList<(Indicator Indicator, IReadOnlyList<EarlierFigure> Years)>> ByIndicatorAsync(CancellationToken stop)
    {
        var rows = (await db.Set<EarlierFigure>().AsNoTracking().OrderByDescending(row => row.Year).ToListAsync(stop)).ToLookup(
            row => row.Indicator,
            StringComparer.Ordinal
        );
        return
        [
            .. Indicator.All.Where(one => rows.Contains(one.Key)).Select(one => (one, (IReadOnlyList<EarlierFigure>)[.. rows[one.Key]])),
        ];
    }
}
