// One answer from beginning to end, for anyone: what we asked, who answered, what we heard, what we did, who was told.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.WhatChanged;

[AllowAnonymous]
internal sealed class StoryModel(
    ReplyFinder replies,
    PublicAnswers answers,
    IEnumerable<IPublicFindings> found,
    Phrases phrases,
    TimeProvider time
) : PageModel
{
    public PublicAnswer Answer { get; private set; } = null!;

    /// <summary>What each activity it answers has found, by its title, where it found anything.</summary>
    public IReadOnlyList<(string Title, PublicFindings Findings)> Findings { get; private set; } = [];

    public DateOnly Today => time.Today();

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken stop)
    {
        // a draft does not exist for the public, not even as a number
        if (await replies.PublishedAsync(number, stop) is not { } answering)
        {
            return NotFound();
        }
        Answer = (await answers.InAsync(phrases.Language, await answers.OfAsync([answering.Reply], stop), stop))[0];
        Findings = await FindingsAsync(answering, stop);
        return Page();
    }

    private async Task<List<(string Title, PublicFindings Findings)>> FindingsAsync(Answering answering, CancellationToken stop)
    {
        List<(string, PublicFindings)> all = [];
        foreach (var activity in answering.Activities)
        {
            foreach (var module in found)
            {
                if (await module.OfAsync(activity.Id, stop) is { } findings)
                {
                    all.Add((activity.Title, findings));
                }
            }
        }
        return all;
    }
}
