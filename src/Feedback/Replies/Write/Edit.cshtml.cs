// Changes an answer while it is a draft.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.Replies.Write;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class EditModel(WriteReply write, ReplyFinder replies, Activities activities, TimeProvider time) : PageModel, IReplyFormPage
{
    [BindProperty]
    public ReplyForm Form { get; set; } = new();

    public Reply Reply { get; private set; } = null!;

    public IReadOnlyList<Activity> Choices { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        Form = ReplyForm.Of(Reply, await replies.IdsAsync(id, stop));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? then, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        if (ModelState.IsValid)
        {
            var written = await write.ChangeAsync(id, Form, stop);
            if (written.Reply is not null)
            {
                return Redirect(then == "publish" ? $"/feedback/{id}/publish" : $"/feedback/{id}/preview");
            }
            ModelState.Refuse(written.Refusals);
        }
        return Page();
    }

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        if (answering.Reply.Status == ReplyStatus.Published)
        {
            return Redirect($"/feedback/{id}");
        }
        Reply = answering.Reply;
        Choices = await activities.AllAsync(stop);
        return null;
    }
}
