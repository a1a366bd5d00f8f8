// Puts a published answer right in public, or takes it back.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.Replies.Correct;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class CorrectModel(CorrectReply correct, ReplyFinder replies) : PageModel
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string How { get; set; } = "correct";

    public Answering Answering { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await ReadAsync(id, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        var refusals = await correct.DoAsync(id, Words, How == "back", stop);
        if (refusals.Count == 0)
        {
            return Redirect($"/feedback/{id}");
        }
        ModelState.Refuse(refusals, "");
        return Page();
    }

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        Answering = answering;
        return answering.Reply.Status == ReplyStatus.Draft ? Redirect($"/feedback/{id}/edit") : null;
    }
}
