// /measures: the years whose figures are published, for anybody.
using Hearth.Insight.Measures.Management;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Published.SeeYears;

[AllowAnonymous]
internal sealed class PublicYearsModel(PublishedReader reader) : PageModel
{
    public IReadOnlyList<PublishedYear> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        List<PublishedYear> years = [];
        foreach (ReportingYear year in await reader.YearsAsync(stop))
        {
            if (await reader.FindAsync(year.Ending, null, stop) is { } published)
            {
                years.Add(published);
            }
        }
        Years = years;
    }
}
