// The form of a survey's ladder.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Asking.Ladders.ChangeLadder;

/// <summary>A page with a form of rungs.</summary>
internal interface IHoldRungs
{
    RungsForm Form { get; }
}

internal sealed class LadderForm : RungsForm
{
    /// <summary>Whether anybody is asked twice.</summary>
    public bool Again { get; set; } = true;
}

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ChangeLadderModel(HearthDb db, LaddersOfSurveys ladders, ChangeLadder change) : PageModel, IHoldRungs
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public LadderForm Form { get; set; } = new();

    RungsForm IHoldRungs.Form => Form;

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        var ladder = await ladders.OfAsync(Survey, stop);
        Form.Again = ladder.State != LadderState.Off;
        Form.Fill(ladder.Rungs);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            // a way that is none: only a tampered form sends it
            return BadRequest();
        }
        var read = Form.Again ? Form.Read() : new Outcome<List<Rung>>(null, []);
        var refusals = read.Refused ? read.Refusals : await change.RunAsync(Id, read.Made, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = "Saved. This is how those who stay silent are asked.";
        return Redirect($"~/surveys/{Id}/ladder");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        return true;
    }
}
