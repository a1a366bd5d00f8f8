// Letters that wait, by what they are, and the runs that were made of them.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Letters.Waiting;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
[WholeLandlordOnly]
internal sealed class LettersModel(HearthDb db, MakePrintRun make, TimeProvider time) : PageModel
{
    public IReadOnlyList<WaitingPile> Waiting { get; private set; } = [];

    public int Later { get; private set; }

    public IReadOnlyList<PrintRun> Runs { get; private set; } = [];

    [BindProperty]
    public string? Purpose { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var letters = db.Set<StoredMessage>();
        var piles = await letters
            .WaitingToBePrinted(now)
            .GroupBy(m => m.Purpose)
            .Select(g => new WaitingPile(g.Key, g.Count(), g.Min(m => m.CreatedAt)))
            .ToListAsync(stop);
        Waiting = [.. piles.OrderBy(pile => pile.Oldest)];
        Later = await letters.CountAsync(m => m.Status == MessageStatus.Queued && m.Channel == Channel.Letter && m.DueAt > now, stop);
        Runs = await db.Set<PrintRun>()
            .AsNoTracking()
            .OrderByDescending(run => run.Status == PrintRunStatus.Open)
            .ThenByDescending(run => run.MadeAt)
            .Take(20)
            .ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await make.MakeAsync(Purpose ?? "", stop) is { } run)
        {
            return Redirect($"/messages/letters/{run.Id}");
        }
        TempData["Flash"] = "No letter of this kind waits any more. Somebody else may have made the run.";
        return Redirect("/messages/letters");
    }
}

/// <summary>Letters of one purpose that wait.</summary>
internal sealed record WaitingPile(string Purpose, int Count, DateTimeOffset Oldest);
