// Who is asked, with how many households that is, counted again at each press.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Asking.OpenSurvey;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ChooseAudienceModel(
    HearthDb db,
    Audience audience,
    ChooseAudience choose,
    LaddersOfSurveys ladders,
    RestReader rest,
    ChosenHomes chosen,
    TimeProvider time
) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AudienceForm Form { get; set; } = new();

    public Survey Survey { get; private set; } = null!;
    public Reach Reach { get; private set; } = Reach.Nobody;
    public IReadOnlyList<string> Wards { get; private set; } = [];
    public IReadOnlyList<string> Patches { get; private set; } = [];

    /// <summary>Why nothing can be chosen any more; null while it can.</summary>
    public Refusal? Locked => Survey.QuestionsLocked();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return NotFound();
        }
        Survey = survey;
        Form = AudienceForm.Of(WhoIsAsked.Read(survey.Audience));
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(string? next, CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return NotFound();
        }
        Survey = survey;
        var filter = Form.Read();
        if (!ModelState.IsValid)
        {
            // a tenure or place that is none: only a tampered form sends it
            return BadRequest();
        }
        var refusals = await choose.RunAsync(Id, filter, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return await ShowAsync(stop);
        }
        return Redirect(next == "check" ? $"~/surveys/{Id}/open/check" : $"~/surveys/{Id}/open#count");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        (Wards, Patches) = await audience.PlacesAsync(stop);
        Patches = [.. Patches.Order(StringComparer.Create(CultureInfo.GetCultureInfo("en-GB"), CompareOptions.NumericOrdering))];
        var ladder = await ladders.OfAsync(Survey, stop);
        Reach = new(
            await audience.ListAsync(WhoIsAsked.Read(Survey.Audience), stop),
            ladder.Asks,
            await rest.OfAsync(Survey, time.GetUtcNow(), null, stop),
            time.Today(),
            await chosen.OfAsync(Survey, null, stop)
        );
        return Page();
    }
}
