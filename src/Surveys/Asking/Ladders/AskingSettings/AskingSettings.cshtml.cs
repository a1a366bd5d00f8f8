// How this landlord asks: the ladder that surveys start with, and what each message costs.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders.ChangeLadder;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Asking.Ladders.AskingSettings;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class AskingSettingsModel(LaddersOfSurveys ladders, Settings settings, ChangeAskingSettings change) : PageModel, IHoldRungs
{
    [BindProperty]
    public AskingForm Form { get; set; } = new();

    RungsForm IHoldRungs.Form => Form;

    [TempData]
    public string? Said { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Form.Fill(await ladders.UsualAsync(stop));
        Form.RestDays = (await ladders.RestDaysAsync(stop)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Form.Fill(await settings.GetAsync<MessageCosts>(MessageCosts.Setting, stop) ?? new());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            // a way that is none: only a tampered form sends it
            return BadRequest();
        }
        var refusals = await change.RunAsync(Form, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = "Saved. Surveys that open from now on start with this ladder.";
        return Redirect("~/settings/asking");
    }
}
