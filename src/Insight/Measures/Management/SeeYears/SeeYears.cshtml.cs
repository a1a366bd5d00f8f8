// /insight/measures: the reporting years, and how far the management figures of each have come.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Management.SeeYears;

[StaffOnly]
internal sealed class SeeYearsModel(FigureReader reader, TimeProvider time) : PageModel
{
    public IReadOnlyList<YearOfFigures> Years { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    public async Task OnGetAsync(CancellationToken stop)
    {
        List<YearOfFigures> years = [];
        foreach (var year in ReportingYear.Known(Today))
        {
            years.Add(await reader.YearAsync(year, stop));
        }
        Years = years;
    }
}
