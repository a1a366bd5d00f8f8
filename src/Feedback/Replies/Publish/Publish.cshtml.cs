// The last look before publishing: what is missing, who will be told and how, who cannot be.
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Tellings;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.Replies.Publish;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class PublishModel(
    PublishReply publish,
    ReplyFinder replies,
    Activities activities,
    WhoIsTold who,
    LanguagesOfReply languages,
    PublicAddress address,
    TimeProvider time
) : PageModel
{
    public Answering Answering { get; private set; } = null!;

    public TellingPlan Plan { get; private set; } = null!;

    /// <summary>Languages of people to be told that the answer is not in.</summary>
    public IReadOnlyList<LanguageRow> NotIn { get; private set; } = [];

    public IReadOnlyList<Refusal> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await ReadAsync(id, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        var refusals = await publish.DoAsync(id, address.Of(Request), stop);
        if (refusals is [] or [AlreadyPublished])
        {
            return Redirect($"/feedback/{id}?published=now");
        }
        ModelState.Refuse(refusals);
        return Page();
    }

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        // pressed twice, the second comes here: it is published, and that is what they see
        if (answering.Reply.Status == ReplyStatus.Published)
        {
            return Redirect($"/feedback/{id}");
        }
        Answering = answering;
        var took = await activities.TookPartAsync(answering.ActivityIds, stop);
        Missing = ReadyToPublish.WhyNot(answering.Reply, answering.Activities, took, time.Today());
        Plan = await who.ReadAsync(answering, stop);
        NotIn = [.. (await languages.OfAsync(answering.Reply, Plan.ByLanguage, stop)).Where(row => row.People > 0 && !row.IsThere)];
        return null;
    }
}
