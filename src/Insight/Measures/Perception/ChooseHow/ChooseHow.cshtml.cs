// /insight/measures/{year}/tenants-said/how: which surveys make the figures, and how they are weighted.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Perception.ChooseHow;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class ChooseHowModel(PerceptionReader reader, KeepChoice keep, TargetsReader targets, Settings settings, TimeProvider time)
    : PageModel
{
    // a tenant list tells of the year that has just ended, not of those before
    private const int DaysTheListTells = 366;

    [BindProperty]
    public HowForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public ReportingYear Year { get; private set; }

    public StockType Stock { get; private set; }

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public YearChoice Choice { get; private set; } = YearChoice.None;

    public int OnTheList { get; private set; }

    public int WereAsked { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string? stock, CancellationToken stop)
    {
        if (!await FindAsync(year, stock, stop))
        {
            return NotFound();
        }
        var last = Candidates.Max(one => one.Survey.LastDay);
        var usual =
            OnTheList > 0 && time.Today().DayNumber - last.DayNumber <= DaysTheListTells ? TargetsFrom.TenantList : TargetsFrom.HomesAsked;
        Form = HowForm.Of(Choice, Candidates, usual);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, string? stock, CancellationToken stop)
    {
        if (!await FindAsync(year, stock, stop))
        {
            return NotFound();
        }
        foreach (var refusal in await keep.RunAsync(Year, Stock, Form, stop))
        {
            ModelState.AddModelError($"Form.{refusal.Field}", refusal.Words);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        Said = Form.Weight == "yes" ? "The figures are weighted as you chose." : "The figures are made as you chose.";
        return Redirect("~" + AddressOf.Figures(Year, Stock));
    }

    private async Task<bool> FindAsync(int year, string? stock, CancellationToken stop)
    {
        Year = new(year);
        if (!ReportingYear.Known(time.Today()).Contains(Year) || StockWords.Find(stock ?? "lcra") is not { } found)
        {
            return false;
        }
        Stock = found;
        Candidates = await reader.CandidatesAsync(Year, Stock, stop);
        Choice = await YearChoice.OfAsync(settings, Year, Stock, stop);
        if (Candidates.Count == 0)
        {
            return false;
        }
        List<Candidate> chosen = [.. Candidates.Where(one => one.Chosen || Stock == StockType.Combined)];
        OnTheList = (int)(await targets.HomesAsync(TargetsFrom.TenantList, Stock, chosen, stop)).Sum(home => home.Homes);
        WereAsked = chosen.Sum(one =>
            Stock == StockType.Combined ? one.Survey.AskedOf.Values.Sum() : one.Survey.AskedOf.GetValueOrDefault(Stock)
        );
        return true;
    }
}
