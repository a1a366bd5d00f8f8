// /surveys/{id}/results/compare: any two questions or groups laid against each other, in the whole survey or a part of it.
using Hearth.Storage.Public;
using Hearth.Surveys.Results;
using Hearth.Surveys.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hearth.Surveys.Crosstabs.ShowCrosstab;

/// <summary>What was chosen, as it stands in the address.</summary>
internal sealed record CrosstabChoice
{
    public string? Rows { get; init; }
    public string? Columns { get; init; }

    /// <summary>What the first filter is by, and the value it leaves.</summary>
    public string? By1 { get; init; }
    public string? Is1 { get; init; }
    public string? By2 { get; init; }
    public string? Is2 { get; init; }
}

[StaffOnly]
internal sealed class ShowCrosstabModel(SurveyResults results, HearthDb db) : PageModel
{
    public const int MostPairs = 12;

    private IReadOnlyList<Axis> themes = [];

    public ResultsNow Now { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "")]
    public CrosstabChoice Choice { get; set; } = new();

    /// <summary>Null while nothing is chosen, or what is chosen cannot be shown.</summary>
    public Crosstab? Table { get; private set; }
    public Compared? Compared { get; private set; }

    /// <summary>Why the filters cannot be set.</summary>
    public FilterRefused? Refused { get; private set; }

    /// <summary>Filters of which the value is still to be chosen, or is.</summary>
    public IReadOnlyList<(int Number, Axis Axis, string? Value)> Filters { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Names { get; private set; } = [];

    public IEnumerable<SelectListItem> NamesOrNone => Names.Prepend(new SelectListItem("Every home that answered", ""));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await results.FindAsync(id, stop) is not { } now)
        {
            return NotFound();
        }
        Now = now;
        themes = await ThemeCounts.AxesAsync(db, now, stop);
        Names =
        [
            .. Axes.Names(now).Select(name => new SelectListItem(name.Title, name.Id)),
            .. themes.Select(theme => new SelectListItem(theme.Title, theme.Id)),
        ];
        if (Choice.Rows is null && Choice.Columns is null)
        {
            // the page opens with something to look at
            ModelState.Clear();
            Choice = Choice with { Rows = "ward", Columns = Axes.Names(now).FirstOrDefault(name => name.Part == "Questions")?.Id ?? "age" };
        }
        Lay();
        return Page();
    }

    /// <summary>The same table as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken stop)
    {
        if (await OnGetAsync(id, stop) is NotFoundResult || Table is null)
        {
            return NotFound();
        }
        return File(CrosstabFile.Of(Table), "text/csv; charset=utf-8", "table.csv");
    }

    private Axis? Find(string? id) => themes.FirstOrDefault(theme => theme.Id == id) ?? Axes.Find(Now, id);

    private void Lay()
    {
        var rows = Find(Choice.Rows);
        var columns = Find(Choice.Columns);
        if (rows is null)
        {
            ModelState.AddModelError(nameof(Choice.Rows), "Choose the rows from the list");
        }
        if (columns is null)
        {
            ModelState.AddModelError(nameof(Choice.Columns), "Choose the columns from the list");
        }
        else if (columns.Id == rows?.Id)
        {
            ModelState.AddModelError(nameof(Choice.Columns), "Choose something else for the columns than for the rows");
        }
        var filters = new List<Filter>();
        var asked = new List<(int, Axis, string?)>();
        foreach (var (number, by, value) in new[] { (1, Choice.By1, Choice.Is1), (2, Choice.By2, Choice.Is2) })
        {
            if (string.IsNullOrEmpty(by))
            {
                continue;
            }
            if (Find(by) is not { } axis)
            {
                ModelState.AddModelError($"By{number}", "Choose what to filter by from the list");
                continue;
            }
            if (axis.Id == rows?.Id || axis.Id == columns?.Id || asked.Exists(other => other.Item2.Id == axis.Id))
            {
                ModelState.AddModelError($"By{number}", "Choose something to filter by that is not in the table already");
                continue;
            }
            asked.Add((number, axis, value));
            if (axis.Values.Index().FirstOrDefault(v => v.Item == value) is { Item: not null } found)
            {
                filters.Add(new Filter(axis, found.Index));
            }
            else
            {
                ModelState.AddModelError($"Is{number}", "Choose which homes to keep");
            }
        }
        Filters = asked;
        if (!ModelState.IsValid)
        {
            return;
        }
        (Table, Refused) = Crosstab.Of(rows!, columns!, filters, Now.Snapshot.Asked);
        Compared = Table is null ? null : Compared.Of(Table);
    }
}
