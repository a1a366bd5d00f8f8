// How a reply reads before it goes: on the public page, as an e-mail, a text, a letter, a call.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Tellings;
using Hearth.Feedback.WhatChanged;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.Replies.Preview;

[StaffOnly]
internal sealed class PreviewModel(ReplyFinder replies, ToldOfReplies counts, Wording wording, PublicAddress address) : PageModel
{
    // nobody real: a preview shows no tenant's name
    private const string SomebodysName = "Ms Example";

    public Answering Answering { get; private set; } = null!;

    public PublicAnswer Public { get; private set; } = null!;

    public Worded Email { get; private set; }

    public string TextMessage { get; private set; } = "";

    public Worded Letter { get; private set; }

    public Worded Call { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        Answering = answering;
        answering.Reply.PublicAddress ??= address.Of(Request);
        Public = PublicAnswers.Of(answering, await counts.CountAsync(id, stop), [], DoneCounts.None);
        Email = wording.For(answering, SomebodysName, SomebodysName, new Way(Channel.Email, nameof(Channel.Email)), Phrases.InEnglish);
        TextMessage = wording.Text(answering, Phrases.InEnglish);
        Letter = wording.For(answering, SomebodysName, SomebodysName, new Way(Channel.Letter, nameof(Channel.Letter)), Phrases.InEnglish);
        Call = wording.For(
            answering,
            SomebodysName,
            SomebodysName,
            new Way(Channel.Telephone, nameof(Channel.Telephone)),
            Phrases.InEnglish
        );
        return Page();
    }
}
