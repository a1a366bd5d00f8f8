// Asks a manager for the reason why people who should rest are asked.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Resting.Overrule;

[StaffOnly(Role.Manager)]
internal sealed class OverruleRestModel(
    HearthDb db,
    OverruleRest overrule,
    RestReader rest,
    Audience audience,
    LaddersOfSurveys ladders,
    TimeProvider time
) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Act { get; set; }

    public Survey Survey { get; private set; } = null!;
    public RestOverruled? Overruled { get; private set; }
    public int Resting { get; private set; }
    public int Days { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Act == "back")
        {
            await overrule.TakeBackAsync(Id, stop);
            return Redirect($"~/surveys/{Id}/rest");
        }
        var refusals = await overrule.RunAsync(Id, Reason, stop);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(refusals);
            return await FindAsync(stop) ? Page() : NotFound();
        }
        return Redirect($"~/surveys/{Id}/rest");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        Overruled = await db.Set<RestOverruled>().AsNoTracking().FirstOrDefaultAsync(o => o.SurveyId == Id, stop);
        Days = await ladders.RestDaysAsync(stop);
        var now = await rest.OfAsync(survey, time.GetUtcNow(), null, stop);
        Resting = (await audience.ListAsync(WhoIsAsked.Read(survey.Audience), stop)).Count(member => now.Holds(member, time.Today()));
        return true;
    }
}
