// The year: what is late, what is due, where the surveys lie and what is wrong with that, what the panel agreed.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.SeeYear;

[StaffOnly]
internal sealed class SeeYearModel(YearReader years, TenantLinkGroup group) : PageModel
{
    [FromRoute]
    public Guid? Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>Null where no year was planned.</summary>
    public YearNow? Now { get; private set; }
    public YearDrawing Drawing { get; private set; } = null!;
    public IReadOnlyList<ProgrammeYear> Others { get; private set; } = [];
    public (int Over, int AtTheLimit) TooOften { get; private set; }
    public int InTheGroup { get; private set; }
    public bool MayChange => User.PlansTheYear();
    public bool MaySuggest => MayChange || User.IsInRole(nameof(Role.HousingOfficer));

    /// <summary>Cycles whose answers were fed back.</summary>
    public int Finished => Now!.Cycles.Count(cycle => Now.SurveyOf(cycle)?.FedBackOn is not null);

    /// <summary>Homes that answered the surveys of this year.</summary>
    public int Answered => Now!.Cycles.Sum(cycle => Now.SurveyOf(cycle)?.Answered ?? 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if ((Id ?? await years.CurrentAsync(stop)) is not { } id)
        {
            return Page();
        }
        if (await years.FindAsync(id, stop) is not { } now)
        {
            return NotFound();
        }
        Now = now;
        Drawing = new(now, await years.AskedByWeekAsync(now.Year, stop));
        Others = [.. (await years.AllAsync(stop)).Where(year => year.Id != id)];
        TooOften = await years.AskedTooOftenAsync(now.Year, stop);
        InTheGroup = await group.CountAsync(stop);
        return Page();
    }
}
