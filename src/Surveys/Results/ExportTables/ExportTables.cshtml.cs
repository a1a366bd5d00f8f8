// /surveys/{id}/results/tables.csv: the tables of the results page and of every question's page.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Results.ExportTables;

[StaffOnly]
internal sealed class ExportTablesModel(SurveyResults results) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await results.FindAsync(id, stop) is { } now ? File(TablesFile.Of(now), "text/csv; charset=utf-8", "tables.csv") : NotFound();
}
