// /surveys/{id}/comments: an officer reads what people wrote, strikes out what names anyone, and releases or withholds each.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Results.ReadComments;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class ReadCommentsModel(HearthDb db, JudgeComments judge, NamesOnRecord names) : PageModel
{
    public const int ToAPage = 20;

    public Survey Survey { get; private set; } = null!;
    public WordsCount Counts { get; private set; } = WordsCount.None;
    public IReadOnlyList<(Comment Comment, Question Question)> Lines { get; private set; } = [];

    /// <summary>What is suggested to be struck out of each.</summary>
    public IReadOnlyDictionary<Guid, StrikeOut> Struck { get; private set; } = new Dictionary<Guid, StrikeOut>();

    /// <summary>to-read, released or withheld.</summary>
    [FromQuery(Name = "show")]
    public string? Asked { get; set; }

    public string Show => Asked is "released" or "withheld" ? Asked : "to-read";

    [FromQuery(Name = "page")]
    public int At { get; set; } = 1;

    [TempData]
    public string? Done { get; set; }

    public int Total =>
        Show switch
        {
            "released" => Counts.Released,
            "withheld" => Counts.Withheld,
            _ => Counts.ToRead,
        };

    public int Pages => (Total + ToAPage - 1) / ToAPage;

    public string Here(string show) => $"~/surveys/{Survey.Id}/comments?show={show}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    /// <param name="id">The survey.</param>
    /// <param name="judgement">“withhold” for those ticked; “release” or “withhold” with a colon and an id, for that one.</param>
    /// <param name="ticked">Comments ticked.</param>
    /// <param name="words">Words to release, by comment.</param>
    /// <param name="stop">The request.</param>
    public async Task<IActionResult> OnPostAsync(
        Guid id,
        string? judgement,
        List<Guid>? ticked,
        Dictionary<Guid, string?>? words,
        CancellationToken stop
    )
    {
        if (!await LoadAsync(id, stop))
        {
            return NotFound();
        }
        var parts = (judgement ?? "").Split(':', 2);
        if (!Enum.TryParse<Judgement>(parts[0], ignoreCase: true, out var how))
        {
            return BadRequest();
        }
        IReadOnlyCollection<Guid> which =
            parts.Length == 2
                ? Guid.TryParse(parts[1], out var one)
                    ? [one]
                    : []
                : ticked ?? [];
        if (which.Count == 0)
        {
            ModelState.AddModelError("", "Tick at least one comment");
            return Page();
        }
        var typed = (words ?? []).ToDictionary(pair => pair.Key, pair => pair.Value ?? "");
        var outcome = await judge.RunAsync(id, which, how, typed, stop);
        if (outcome.Refused)
        {
            foreach (var refusal in outcome.Refusals)
            {
                ModelState.AddModelError(refusal.Field, refusal.Words);
            }
            return Page();
        }
        Done = (outcome.Made, how) switch
        {
            (1, Judgement.Release) => "1 comment released.",
            (1, _) => "1 comment withheld.",
            (var many, _) => $"{many} comments withheld.",
        };
        return Redirect($"{Here(Show)}&page={At}");
    }

    /// <summary>What stands in a comment's box: what was typed, kept or first written.</summary>
    public string WordsFor(Comment comment) =>
        ModelState.TryGetValue($"Words[{comment.Id}]", out var typed) && typed.AttemptedValue is { } value
            ? value
            : comment.ReleasedText ?? Struck[comment.Id].Text;

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        var all = db.Set<Comment>().AsNoTracking().Where(c => c.SurveyId == id);
        Counts = new WordsCount(
            await all.CountAsync(stop),
            await all.CountAsync(c => c.ReleasedAt != null, stop),
            await all.CountAsync(c => c.WithheldAt != null, stop)
        );
        At = Math.Clamp(At, 1, Math.Max(1, Pages));
        var chosen = Show switch
        {
            "released" => all.Where(c => c.ReleasedAt != null),
            "withheld" => all.Where(c => c.WithheldAt != null),
            _ => all.Where(c => c.ReleasedAt == null && c.WithheldAt == null),
        };
        var rows = await chosen.OrderBy(c => c.Id).Skip((At - 1) * ToAPage).Take(ToAPage).ToListAsync(stop);
        var questions = await db.Set<Question>().AsNoTracking().Where(q => q.SurveyId == id).ToDictionaryAsync(q => q.Id, stop);
        Lines = [.. rows.Select(row => (row, questions[row.QuestionId]))];
        var known = await names.ReadAsync(stop);
        Struck = rows.ToDictionary(row => row.Id, row => StrikeOut.Suggest(row.Text, known));
        return true;
    }
}
