// Letters that wait, by what they are, and the runs that were made of them.
using Hearth.Messaging.Board;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Letters.Waiting;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
[WholeLandlordOnly]
internal sealed class LettersModel(HearthDb db, WaysOut ways, MakePrintRun make, PrintHereInstead instead, TimeProvider time) : PageModel
{
    public IReadOnlyList<WaitingPile> Waiting { get; private set; } = [];

    public int Later { get; private set; }

    /// <summary>Who prints the other letters; null where all are printed here.</summary>
    public string? Provider { get; private set; }

    /// <summary>Letters that wait for it.</summary>
    public int ForProvider { get; private set; }

    public IReadOnlyList<ReasonToPrint> Reasons { get; private set; } = [];

    public IReadOnlyList<PrintRun> Runs { get; private set; } = [];

    [BindProperty]
    public string? Purpose { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var letters = db.Set<StoredMessage>();
        var piles = await letters
            .WaitingToBePrinted(now, ways.LettersLeave)
            .GroupBy(m => m.Purpose)
            .Select(g => new WaitingPile(g.Key, g.Count(), g.Min(m => m.CreatedAt)))
            .ToListAsync(stop);
        Waiting = [.. piles.OrderBy(pile => pile.Oldest)];
        if (ways.LettersLeave)
        {
            Provider = ways.For(Channel.Letter)!.Where;
            ForProvider = await letters.WaitingForTheProvider().CountAsync(stop);
            Reasons = await letters
                .WaitingToBePrinted(now, lettersLeave: true)
                .GroupBy(m => m.PrintHere!)
                .Select(g => new ReasonToPrint(g.Key, g.Count()))
                .ToListAsync(stop);
        }
        Later = await letters.CountAsync(
            m =>
                m.Status == MessageStatus.Queued
                && m.Channel == Channel.Letter
                && m.DueAt > now
                && (Provider == null || m.PrintHere != null),
            stop
        );
        Runs = await db.Set<PrintRun>()
            .AsNoTracking()
            .OrderByDescending(run => run.Status == PrintRunStatus.Open)
            .ThenByDescending(run => run.MadeAt)
            .Take(20)
            .ToListAsync(stop);
    }

    /// <summary>The letters that wait for the provider are printed here.</summary>
    public async Task<IActionResult> OnPostHereAsync(CancellationToken stop)
    {
        var (moved, left) = await instead.RunAsync(stop);
        TempData["Flash"] =
            $"{Say.Count(moved, "letter waits", "letters wait")} to be printed here now."
            + (left == 0 ? "" : $" {Say.Count(left, "letter", "letters")} may be with the provider already and stayed.");
        return Redirect("/messages/letters");
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

/// <summary>Why letters are printed here though a provider prints the others.</summary>
internal sealed record ReasonToPrint(string Why, int Count);

/// <summary>Letters of one purpose that wait.</summary>
internal sealed record WaitingPile(string Purpose, int Count, DateTimeOffset Oldest);
