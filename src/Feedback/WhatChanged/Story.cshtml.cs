// One answer from beginning to end, for anyone: what we asked, who answered, what we heard, what we did, who was told.
using Hearth.Feedback.Replies;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.WhatChanged;

[AllowAnonymous]
internal sealed class StoryModel(ReplyFinder replies, PublicAnswers answers, TimeProvider time) : PageModel
{
    public PublicAnswer Answer { get; private set; } = null!;

    public DateOnly Today => time.Today();

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken stop)
    {
        // a draft does not exist for the public, not even as a number
        if (await replies.PublishedAsync(number, stop) is not { } answering)
        {
            return NotFound();
        }
        Answer = (await answers.OfAsync([answering.Reply], stop))[0];
        return Page();
    }
}
