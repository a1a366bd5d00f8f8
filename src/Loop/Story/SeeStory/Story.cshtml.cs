// The story of one concern, on one page.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Loop.Story.SeeStory;

[StaffOnly]
internal sealed class StoryModel(StoryReader stories, TimeProvider time) : PageModel
{
    public StoryOfOneConcern Story { get; private set; } = null!;
    public DateOnly Today => time.Today();

    /// <summary>What it has come to, in a sentence.</summary>
    public string Sub
    {
        get
        {
            var first = Story.Chapters[0].Thing.On;
            var told = Story.Chapters.Sum(chapter => chapter.Told?.Told ?? 0);
            var span =
                Story.Chapters.Count == 1
                    ? $"Since {Words.Day(first)}."
                    : $"From {Words.Day(first)} to {Words.Day(Story.Chapters[^1].Thing.On)}, in {Story.Chapters.Count} steps.";
            return Story.Took == 0 || SmallCounts.AreHiddenFrom(User)
                ? span
                : $"{span} {Words.People(Story.Took)} took part, {Words.Whole(told)} have been told what came of it.";
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await stories.ReadAsync(id, stop) is not { } story)
        {
            return NotFound();
        }
        Story = story;
        return Page();
    }

    /// <summary>"closed on 3 November 2026, tell everyone by 1 December 2026".</summary>
    public string Dates(Chapter chapter)
    {
        var thing = chapter.Thing;
        List<string> parts = [];
        if (thing.ClosedOn is { } closed)
        {
            parts.Add($"closed on {Words.Day(closed)}");
        }
        if (thing.TellBy is { } by && chapter.Told is not { Waiting: 0, Overdue: 0 })
        {
            parts.Add(by < Today ? $"everyone was to be told by {Words.Day(by)}" : $"tell everyone by {Words.Day(by)}");
        }
        var said = string.Join(", ", parts);
        return said.Length == 0 ? "" : char.ToUpper(said[0], Words.British) + said[1..] + ".";
    }
}
