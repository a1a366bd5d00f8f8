// Reads the summary of approach of a year: what is made from the facts, with the officer's words where there are any.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Approach;

internal sealed class ApproachReader(HearthDb db, FieldReader field)
{
    public async Task<IReadOnlyList<(FieldFacts Facts, Approach Approach)>> YearAsync(ReportingYear year, CancellationToken stop)
    {
        var facts = await field.YearAsync(year, stop);
        var said = await db.Set<SurveyStatement>().AsNoTracking().Where(one => one.YearEnding == year.Ending).ToListAsync(stop);
        var own = await db.Set<ApproachWords>().AsNoTracking().Where(one => one.YearEnding == year.Ending).ToListAsync(stop);
        return
        [
            .. facts.Select(one =>
            {
                var statement = said.FirstOrDefault(row => row.Stock == one.Stock);
                var items = ApproachText
                    .Of(one, statement)
                    .Select(item => item with { Own = own.FirstOrDefault(row => row.Stock == one.Stock && row.Item == item.Letter) });
                return (one, new Approach(one.Stock, [.. items], statement));
            }),
        ];
    }
}
