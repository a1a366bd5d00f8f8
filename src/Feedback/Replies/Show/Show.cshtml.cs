// One answer, for officers: how it stands, who has been told, how it was put right.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Tellings;
using Hearth.Feedback.WhatChanged;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Replies.Show;

[StaffOnly]
internal sealed class ShowModel(
    HearthDb db,
    ReplyFinder replies,
    LanguagesOfReply languages,
    ToldOfReplies counts,
    CountAnswers asked,
    TimeProvider time
) : PageModel
{
    public PublicAnswer Answer { get; private set; } = null!;

    public Reply Reply => Answer.Reply;

    public ReplyTold Told => Answer.Told;

    public bool Late => Told.Late(time.Today());

    public Told Meter => new(Told.Told, Late ? 0 : Told.Owed, Late ? Told.Owed : 0);

    public string HowFar
    {
        get
        {
            List<string> sentences = [$"{InWords.Number(Told.Told)} of {InWords.People(Told.ToTell)} told."];
            if (Told.TellBy is { } by)
            {
                sentences.Add($"Promised by {InWords.Day(by)}.");
            }
            if (Told.Excused > 0)
            {
                sentences.Add($"{InWords.Number(Told.Excused)} asked not to be told: counted apart.");
            }
            return string.Join(' ', sentences);
        }
    }

    /// <summary>The languages of tenants' pages, and how the answer stands in each.</summary>
    public IReadOnlyList<LanguageRow> Languages { get; private set; } = [];

    public bool JustPublished { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? published, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        var corrections = await db.Set<Correction>().AsNoTracking().Where(c => c.ReplyId == id).OrderBy(c => c.At).ToListAsync(stop);
        Answer = PublicAnswers.Of(answering, await counts.CountAsync(id, stop), corrections, await asked.OfAsync(id, stop));
        Languages = await languages.OfAsync(Reply, new Dictionary<string, int>(), stop);
        JustPublished = published == "now" && Reply.Status == ReplyStatus.Published;
        return Page();
    }
}
