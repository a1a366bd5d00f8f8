// /insight/measures/{year}/editions: freeze the figures, take away what was frozen, and make an edition again.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Perception.Freezing.SeeEditions;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
[WholeLandlordOnly]
internal sealed class SeeEditionsModel(Editions editions, PerceptionReader reader, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    [TempData]
    public string? Said { get; set; }

    public ReportingYear Year { get; private set; }

    public StockType Stock { get; private set; }

    public IReadOnlyList<Edition> All { get; private set; } = [];

    public IReadOnlyList<StockType> Stocks { get; private set; } = [];

    /// <summary>The figures as they are now; null where there are none.</summary>
    public PerceptionYear? Now { get; private set; }

    public MadeAgain? Again { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string? stock, CancellationToken stop) =>
        await FindAsync(year, stock, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int year, string? stock, CancellationToken stop)
    {
        if (!await FindAsync(year, stock, stop))
        {
            return NotFound();
        }
        var frozen = await editions.FreezeAsync(Year, Stock, Reason, stop);
        if (frozen.Edition is { } edition)
        {
            Said = $"Edition {edition.Number} is frozen.";
            return Redirect("~" + AddressOf.Editions(Year, Stock));
        }
        foreach (var refusal in frozen.Refusals)
        {
            ModelState.AddModelError(refusal is ReasonMissing or ReasonTooLong ? nameof(Reason) : "", refusal.Words);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(int year, string? stock, Guid edition, CancellationToken stop)
    {
        if (!await FindAsync(year, stock, stop) || All.FirstOrDefault(one => one.Id == edition) is not { } found)
        {
            return NotFound();
        }
        Again = Editions.MakeAgain(found);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(int year, Guid edition, string part, CancellationToken stop)
    {
        if (await editions.FindAsync(edition, stop) is not { } found || found.YearEnding != year)
        {
            return NotFound();
        }
        var name = $"{found.Year.Name.Replace('/', '-')}-{StockWords.Code(found.Stock)}-edition-{found.Number}";
        return part switch
        {
            "inputs" => File(found.Inputs, "text/csv; charset=utf-8", $"{name}-inputs.csv"),
            "recipe" => File(found.Recipe, "application/json", $"{name}-recipe.json"),
            "outputs" => File(found.Outputs, "application/json", $"{name}-figures.json"),
            _ => NotFound(),
        };
    }

    private async Task<bool> FindAsync(int year, string? stock, CancellationToken stop)
    {
        Year = new(year);
        if (!ReportingYear.Known(time.Today()).Contains(Year) || (stock is not null && StockWords.Find(stock) is null))
        {
            return false;
        }
        Stocks = await reader.StocksAsync(Year, stop);
        Stock = StockWords.Find(stock) ?? Stocks.FirstOrDefault(StockType.LowCostRental);
        All = await editions.AllAsync(Year, Stock, stop);
        Now = await reader.OfAsync(Year, Stock, stop);
        return true;
    }
}
