// How a reply reads before it goes: on the public page, as an e-mail, a text, a letter, a call.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Tellings;
using Hearth.Feedback.WhatChanged;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.Replies.Preview;

[StaffOnly]
internal sealed class PreviewModel(
    ReplyFinder replies,
    TranslatedReplies translated,
    LanguagesOfReply languages,
    PhraseBook book,
    ILanguageChoice choice,
    ToldOfReplies counts,
    Wording wording,
    PublicAddress address
) : PageModel
{
    // nobody real: a preview shows no tenant's name
    private const string SomebodysName = "Ms Example";

    /// <summary>The language it is looked at in, as <c>?in=pl</c>.</summary>
    public Language In { get; private set; } = Language.English;

    /// <summary>Those it can be looked at in.</summary>
    public IReadOnlyList<Language> Languages => choice.Offered;

    public ReplyWords Words => Answering.WordsIn(In);

    public Answering Answering { get; private set; } = null!;

    public PublicAnswer Public { get; private set; } = null!;

    public Worded Email { get; private set; }

    public string TextMessage { get; private set; } = "";

    /// <summary>“164 of 306 characters.”, or the parts it is paid for as.</summary>
    public string LengthOfText =>
        In.IsEnglish
            ? $"{TextMessage.Length} of {Wording.LongestText} characters."
            : $"{InWords.Count(TextParts.Of(TextMessage).Parts, "part", "parts")}, as the networks count it.";

    public Worded Letter { get; private set; }

    public Worded Call { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "in")] string? language, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        In = languages.Find(language) ?? Language.English;
        var phrases = book.In(In.Code);
        answering = Answering = await translated.WithAsync(answering, stop);
        answering.Reply.PublicAddress ??= address.Of(Request);
        Public = PublicAnswers.Of(answering, await counts.CountAsync(id, stop), [], DoneCounts.None);
        Email = wording.For(answering, SomebodysName, SomebodysName, new Way(Channel.Email, nameof(Channel.Email)), phrases);
        TextMessage = wording.Text(answering, phrases);
        Letter = wording.For(answering, SomebodysName, SomebodysName, new Way(Channel.Letter, nameof(Channel.Letter)), phrases);
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
