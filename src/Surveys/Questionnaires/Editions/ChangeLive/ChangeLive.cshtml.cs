// /surveys/{id}/change: a new version of an open survey's questions, from a working copy to the moment it is asked.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.Editions.ChangeLive;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ChangeLiveModel(HearthDb db, StartChange start, UseEdition use, EditionsOfSurvey editions) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Questionnaire Live { get; private set; } = null!;
    public Questionnaire? Copy { get; private set; }
    public IReadOnlyList<Change> Changed { get; private set; } = [];
    public IReadOnlyList<Edition> Editions { get; private set; } = [];

    /// <summary>Homes that answered each version.</summary>
    public IReadOnlyDictionary<int, int> Answers { get; private set; } = new Dictionary<int, int>();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        !await FindAsync(stop) ? NotFound()
        : Live.Survey.Status == SurveyStatus.Open ? Page()
        : Redirect($"~/surveys/{Id}");

    public async Task<IActionResult> OnPostStartAsync(CancellationToken stop)
    {
        var started = await start.RunAsync(Id, stop);
        if (started.Refused)
        {
            return await SayAsync(started.Refusals, stop);
        }
        return Redirect($"~/surveys/{started.Made!.Id}/questions");
    }

    public async Task<IActionResult> OnPostUseAsync(CancellationToken stop)
    {
        var refusals = await use.RunAsync(Id, Because, stop);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return await SayAsync(refusals, stop);
        }
        Said = "The new version is asked from now on. Everyone who is half way goes on with it.";
        return Redirect($"~/surveys/{Id}/change");
    }

    public async Task<IActionResult> OnPostThrowAwayAsync(CancellationToken stop)
    {
        await start.ThrowAwayAsync(Id, stop);
        Said = "The copy is gone. The survey asks what it asked before.";
        return Redirect($"~/surveys/{Id}/change");
    }

    public static string Day(DateTimeOffset at) => at.DayInLondon().Written();

    private async Task<IActionResult> SayAsync(IReadOnlyList<Refusal> refusals, CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        foreach (var refusal in refusals)
        {
            ModelState.AddModelError(refusal.Field, refusal.Words);
        }
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        var (live, copy) = await UseEdition.PairAsync(db, Id, stop);
        if (live is null)
        {
            return false;
        }
        (Live, Copy) = (live, copy);
        Changed = copy is null ? [] : Changes.Between(live.Questions, copy.Questions);
        Editions = await editions.AllAsync(Id, stop);
        Answers = await db.Set<Response>()
            .Where(r => r.SurveyId == Id)
            .GroupBy(r => r.Edition)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return true;
    }
}
