// The year on the officer's first page: what is late in it, and what is due soon.
using System.Security.Claims;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Surveys.Programme;

namespace Hearth.Surveys.FirstPage;

internal sealed class NewsOfTheYear(YearReader years) : IFirstPageNews
{
    public async Task<FirstPageNews> ReadAsync(ClaimsPrincipal reader, DateOnly until, CancellationToken stop)
    {
        if (await years.CurrentAsync(stop) is not { } id || await years.FindAsync(id, stop) is not { } now)
        {
            return new([], [], []);
        }
        // what Hearth itself opens and closes is on this page already, as news of the survey
        return new(
            [],
            [
                .. now
                    .Cycles.SelectMany(cycle => now.ChecklistOf(cycle).Select(line => (Cycle: cycle, Line: line)))
                    .Where(x => !x.Line.Done && x.Line.Due <= until && x.Line.Step is not Step.Closed)
                    .OrderBy(x => x.Line.Due)
                    .Select(x => new Due(
                        x.Line.Due,
                        $"{x.Line.What}: {x.Cycle.Title}",
                        x.Cycle.Address(),
                        x.Cycle.Lead.Length == 0 ? $"{now.Year.Name}." : $"{now.Year.Name}. Lead officer: {x.Cycle.Lead}.",
                        x.Line.IsLate(now.Today) ? CycleMark.DaysLate(x.Line, now.Today) : "Due",
                        x.Line.IsLate(now.Today) ? DueState.Late : DueState.Waits
                    )),
            ],
            []
        );
    }
}
