// Who would be reminded now, by which way, and the button that does it.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Asking.RemindPeople;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class RemindPeopleModel(HearthDb db, RemindPeople remind, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public Reminding Look { get; private set; } = new([], 0, 0, 0);

    public int By(Channel channel) => Look.People.Count(person => person.Channel == channel);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var done = await remind.RunAsync(Id, stop: stop);
        if (done.Refused)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(done.Refusals);
            return await FindAsync(stop) ? Page() : NotFound();
        }
        var people = done.Made!.People.Count;
        Said = people == 1 ? "1 person is being reminded." : $"{people:N0} people are being reminded.";
        return Redirect($"~/surveys/{Id}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        if (survey.Status == SurveyStatus.Open)
        {
            Look = await remind.LookAsync(Id, time.GetUtcNow(), stop);
        }
        return true;
    }
}
