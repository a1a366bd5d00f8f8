// One message, as the person gets it, with what happened to it and what can be done.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Letters;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Messaging.Sending.Mail;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Board.One;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class MessageModel(HearthDb db, DecideMessage decide, Letterhead letterhead, WaysOut ways, Settings settings)
    : PageModel,
        IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => [Message.PersonId ?? Guid.Empty];

    /// <summary>Why a message comes back, in the words that other modules are told.</summary>
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gone-away"] = OutcomeReasons.GoneAway,
        ["no-such-address"] = "Came back: no such address",
        ["refused"] = "Came back: refused",
        ["other"] = "Came back",
    };

    public StoredMessage Message { get; private set; } = new();

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public MessageCosts Costs { get; private set; } = new();

    public MailHead Head => letterhead.Current;

    public bool Local => ways.For(Message.Channel) is { Local: true };

    public bool LettersLeave => ways.LettersLeave;

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (Act == "came-back" && (Reason is null || !Reasons.ContainsKey(Reason)))
        {
            ModelState.AddModelError(nameof(Reason), "Choose why it came back");
            return Page();
        }
        var done = Act switch
        {
            "again" => await decide.SendAgainAsync(id, stop),
            "went" => await decide.ItWentAsync(id, stop),
            "came-back" => await decide.CameBackAsync(id, Reasons[Reason!], stop),
            "take-back" => await decide.TakeBackAsync(id, stop),
            _ => false,
        };
        TempData["Flash"] = done
            ? "Done. The history below shows it."
            : "Nothing was changed: the message has moved on since you opened this page.";
        return Redirect($"/messages/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<StoredMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, stop) is not { } message)
        {
            return false;
        }
        Message = message;
        Costs = await settings.GetAsync<MessageCosts>(MessageCosts.Setting, stop) ?? new();
        var lines = await db.Set<MessageEvent>()
            .AsNoTracking()
            .Where(e => e.MessageId == id)
            .Select(e => new HistoryLine(e.At, e.What, e.Note, e.By))
            .ToListAsync(stop);
        lines.Add(new(message.CreatedAt, "Made", null, Outcomes.Hearth));
        // A run of thousands is written down once, not a line for each letter.
        if (
            message.BatchId is { } batch
            && await db.Set<PrintRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == batch, stop) is { } run
        )
        {
            lines.Add(new(run.MadeAt, "Put into a print run", null, run.MadeBy));
            if (run is { Status: PrintRunStatus.Posted, EndedAt: { } posted })
            {
                lines.Add(new(posted, "Printed and posted", null, run.EndedBy ?? ""));
            }
        }
        History = [.. lines.OrderByDescending(line => line.At)];
        return true;
    }
}

internal sealed record HistoryLine(DateTimeOffset At, string What, string? Note, string By);
