// The form for the name, the breaks and the limits of a year.
using System.Globalization;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Programme.PlanYear;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme.ChangeYear;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class ChangeYearModel(HearthDb db, ChangeYear change) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public YearForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public ProgrammeYear Year { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Set<ProgrammeYear>().AsNoTracking().FirstOrDefaultAsync(y => y.Id == Id, stop) is not { } year)
        {
            return NotFound();
        }
        Year = year;
        string Typed(int number) => number.ToString(CultureInfo.InvariantCulture);
        Form = new()
        {
            Name = year.Name,
            ChristmasWeeks = Typed(year.ChristmasWeeks),
            EasterWeeks = Typed(year.EasterWeeks),
            AugustWeeks = Typed(year.AugustWeeks),
            MostSurveys = Typed(year.MostSurveys),
            WithinDays = Typed(year.WithinDays),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await db.Set<ProgrammeYear>().AsNoTracking().FirstOrDefaultAsync(y => y.Id == Id, stop) is not { } year)
        {
            return NotFound();
        }
        Year = year;
        // the first day stays: the cycles were laid from it
        Form.StartsOn = DateParts.Of(year.StartsOn);
        var refusals = await change.RunAsync(Id, Form.Read(ModelState)!, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = "Saved.";
        return Redirect($"~/surveys/year/{Id}");
    }
}
