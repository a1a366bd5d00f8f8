// /insight/measures/{year}/approach/{stock}/{a to k}: one point of the summary, made from the facts, beside the officer's words.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Approach.WriteItem;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class WriteItemModel(ApproachReader reader, KeepApproach keep, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Own { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? Said { get; set; }

    public ReportingYear Year { get; private set; }

    public StockType Stock { get; private set; }

    public ApproachItem Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, string stock, string letter, CancellationToken stop)
    {
        if (!await FindAsync(year, stock, letter, stop))
        {
            return NotFound();
        }
        (Own, Version) = (Item.Own?.Words, Item.Own?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, string stock, string letter, CancellationToken stop)
    {
        if (!await FindAsync(year, stock, letter, stop))
        {
            return NotFound();
        }
        foreach (var refusal in await keep.WriteAsync(Year, Stock, Item, Own, Version, stop))
        {
            ModelState.AddModelError(refusal.Field.Length == 0 ? "" : nameof(Own), refusal.Words);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        Said = string.IsNullOrWhiteSpace(Own)
            ? $"Point {letter} says what Hearth makes of the facts."
            : $"Point {letter} is saved in your words.";
        return Redirect("~" + Year.Approach());
    }

    private async Task<bool> FindAsync(int year, string stock, string letter, CancellationToken stop)
    {
        Year = new(year);
        if (!ReportingYear.Known(time.Today()).Contains(Year) || PlacesOfYear.Stock(stock) is not { } of)
        {
            return false;
        }
        var found = (await reader.YearAsync(Year, stop)).Select(one => one.Approach).FirstOrDefault(one => one.Stock == of)?.Find(letter);
        if (found is null)
        {
            return false;
        }
        (Stock, Item) = (of, found);
        return true;
    }
}
