// Starts an answer, with what it is about and what was said filled in where a link brought them.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.Replies.Write;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class NewModel(WriteReply write, Activities activities, TimeProvider time) : PageModel, IReplyFormPage
{
    [BindProperty]
    public ReplyForm Form { get; set; } = new();

    public IReadOnlyList<Activity> Choices { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    public async Task OnGetAsync(Guid? about, string? said, CancellationToken stop)
    {
        Choices = await activities.AllAsync(stop);
        Form.Activities = Choices.Where(a => a.Id == about).Select(a => a.Id).ToList();
        Form.Said = said;
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var written = await write.NewAsync(Form, stop);
            if (written.Reply is { } reply)
            {
                return Redirect(then == "publish" ? $"/feedback/{reply.Id}/publish" : $"/feedback/{reply.Id}/preview");
            }
            ModelState.Refuse(written.Refusals);
        }
        Choices = await activities.AllAsync(stop);
        return Page();
    }
}
