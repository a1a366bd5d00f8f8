// An officer looks at what each column was taken for, and puts right what was guessed wrong.
using Hearth.People.Import.Columns;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Running;
using Hearth.People.Import.Stored;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.Import.ChooseColumns;

/// <summary>A column of the file as the page shows it.</summary>
internal sealed record ShownColumn(string Heading, IReadOnlyList<string> Examples);

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class ChooseColumnsModel(ImportDesk desk) : PageModel
{
    public ImportRun Run { get; private set; } = null!;

    public IReadOnlyList<ShownColumn> Columns { get; private set; } = [];

    public string? Written { get; private set; }

    public string? FromMapping { get; private set; }

    /// <summary>The meaning chosen for each column, in the order of the file; empty for a column that is not used.</summary>
    [BindProperty]
    public List<string> Meanings { get; set; } = [];

    [BindProperty]
    public string? Whole { get; set; }

    [BindProperty]
    public string? SaveAs { get; set; }

    public static IReadOnlyList<(string Group, IReadOnlyList<ColumnMeaning> Meanings)> Choices { get; } = BuildChoices();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } run)
        {
            return NotFound();
        }
        if (Elsewhere(run) is { } elsewhere)
        {
            return elsewhere;
        }
        var table = Show(run);
        (var map, FromMapping) = await desk.FirstMapAsync(run, table, stop);
        // a heading that stands twice means its column only the first time
        var left = map.Columns.ToList();
        foreach (var column in Columns)
        {
            var at = left.FindIndex(c => Values.Fold.Letters(c.Heading) == Values.Fold.Letters(column.Heading));
            Meanings.Add(at < 0 ? "" : left[at].Meaning.Key);
            if (at >= 0)
            {
                left.RemoveAt(at);
            }
        }
        Whole =
            run.WholeList ? "yes"
            : run.Columns is null ? null
            : "no";
        SaveAs = FromMapping;
        if (run.State == ImportState.Unreadable && run.Problem is { } problem)
        {
            ModelState.AddModelError("", problem);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } run)
        {
            return NotFound();
        }
        if (Elsewhere(run) is { } elsewhere)
        {
            return elsewhere;
        }
        Show(run);
        while (Meanings.Count < Columns.Count)
        {
            Meanings.Add("");
        }
        var map = Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }
        await desk.SettleAsync(id, map, Whole == "yes", SaveAs, stop);
        return Redirect($"~/people/import/{id}/running");
    }

    private ColumnMap Check()
    {
        var chosen = new List<MappedColumn>();
        for (var i = 0; i < Columns.Count; i++)
        {
            if (ColumnMeaning.Parse(Meanings[i]) is not { } meaning)
            {
                continue;
            }
            if (meaning.Field != ImportField.Address && chosen.Find(c => c.Meaning == meaning) is { } other)
            {
                ModelState.AddModelError(
                    $"Meanings_{i}",
                    $"‘{other.Heading}’ and ‘{Columns[i].Heading}’ are both ‘{meaning.Words}’. Choose one of them"
                );
                continue;
            }
            chosen.Add(new(Columns[i].Heading, meaning));
        }
        var map = new ColumnMap(chosen);
        foreach (var missing in map.Missing())
        {
            ModelState.AddModelError("Meanings_0", missing);
        }
        if (Whole is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Whole), "Say whether this file is the whole list");
        }
        if (SaveAs?.Trim().Length > 80)
        {
            ModelState.AddModelError(nameof(SaveAs), "The name must be 80 characters or fewer");
        }
        return map;
    }

    private async Task<ImportRun?> FindAsync(Guid id, CancellationToken stop) => await desk.FindAsync(id, stop);

    private IActionResult? Elsewhere(ImportRun run)
    {
        Run = run;
        return
            run.State
                is ImportState.Uploaded
                    or ImportState.Previewed
                    or ImportState.Unreadable
                    or ImportState.ReadingInterrupted
                    or ImportState.CommitInterrupted
            ? null
            : Redirect(ImportWords.Address(run));
    }

    private Table Show(ImportRun run)
    {
        var table = desk.TableOf(run);
        var rows = table.Rows().Where(row => !row.IsBlank).Take(40).ToList();
        Columns =
        [
            .. table.Headings.Select(
                (heading, at) =>
                    new ShownColumn(
                        heading,
                        [
                            .. rows.Where(row => at < row.Cells.Count)
                                .Select(row => row.Cells[at].Trim())
                                .Where(cell => cell.Length > 0)
                                .Distinct()
                                .Take(3)
                                .Select(Short),
                        ]
                    )
            ),
        ];
        Written = table.File.Text is { } text ? $"{text.EncodingName}, parted by {text.DelimiterName}" : "an Excel workbook";
        return table;
    }

    private static string Short(string cell) => cell.Length > 40 ? cell[..38] + "…" : cell;

    private static List<(string, IReadOnlyList<ColumnMeaning>)> BuildChoices()
    {
        var choices = new List<(string, IReadOnlyList<ColumnMeaning>)>
        {
            ("Home and tenancy", [.. Enum.GetValues<ImportField>().Where(f => !f.IsOfPerson()).Select(f => new ColumnMeaning(f))]),
        };
        for (var person = 1; person <= 4; person++)
        {
            var number = person;
            choices.Add(
                (
                    number == 1 ? "First-named tenant" : $"Tenant {number}",
                    [.. Enum.GetValues<ImportField>().Where(f => f.IsOfPerson()).Select(f => new ColumnMeaning(f, number))]
                )
            );
        }
        return choices;
    }
}
