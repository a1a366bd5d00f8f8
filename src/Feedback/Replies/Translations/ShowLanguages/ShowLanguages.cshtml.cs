// /feedback/{id}/languages: the languages of an answer, what each still lacks, and how many of those to be told read it.
using Hearth.Feedback.Tellings;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.Replies.Translations.ShowLanguages;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class ShowLanguagesModel(LanguagesOfReply languages, WhoIsTold who, ReplyFinder replies) : PageModel
{
    public Answering Answering { get; private set; } = null!;

    public IReadOnlyList<LanguageRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        Answering = answering;
        Rows = await languages.OfAsync(answering.Reply, await who.LanguagesAsync(answering, stop), stop);
        return Page();
    }
}
