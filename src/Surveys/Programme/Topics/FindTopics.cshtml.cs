// Topics for the surveys to come: what is falling, what tenants raise, what colleagues need; an officer gives one to a survey.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme.Topics;

/// <summary>A question to which many wrote in their own words.</summary>
/// <param name="Released">Comments that a person has read and released.</param>
internal sealed record Raised(Guid Survey, string SurveyTitle, string Question, int Released);

/// <summary>A topic with the surveys that could ask about it.</summary>
/// <param name="Idea">The suggestion it is; null where it comes from results or comments.</param>
/// <param name="At">Its place on the page.</param>
internal sealed record Offer(IReadOnlyList<SelectListItem> ToCome, string Topic, Guid? Idea, int At);

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class FindTopicsModel(HearthDb db, YearReader years, FallingMeasures falling, SuggestTopic suggest, TakeTopic take)
    : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public IdeaForm Form { get; set; } = new();

    [BindProperty]
    public TakeForm Take { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public YearNow Now { get; private set; } = null!;
    public IReadOnlyList<Falling> Falling { get; private set; } = [];
    public IReadOnlyList<Raised> Raised { get; private set; } = [];
    public IReadOnlyList<TopicIdea> Ideas { get; private set; } = [];

    /// <summary>Surveys of the year that have not begun, those without a topic first.</summary>
    public IReadOnlyList<SelectListItem> ToCome { get; private set; } = [];
    public bool MayTake => User.PlansTheYear() && ToCome.Count > 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSuggestAsync(CancellationToken stop)
    {
        var refusals = await suggest.RunAsync(Form.Topic ?? "", Form.Why ?? "", stop);
        if (refusals.Count == 0)
        {
            Said = "Your suggestion is in the list.";
            return Redirect($"~/surveys/year/{Id}/topics");
        }
        ModelState.Refuse(refusals);
        return await FindAsync(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken stop)
    {
        if (!User.PlansTheYear())
        {
            return Forbid();
        }
        var taken = await take.RunAsync(Id, Take.Cycle ?? Guid.Empty, Take.Topic ?? "", Take.Idea, stop);
        if (!taken.Refused)
        {
            Said = $"Saved. {taken.Made!.Title}";
            return Redirect($"~/surveys/year/{Id}/topics");
        }
        ModelState.Refuse(taken.Refusals, "Take");
        return await FindAsync(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsideAsync(Guid idea, CancellationToken stop)
    {
        if (!User.PlansTheYear())
        {
            return Forbid();
        }
        await suggest.SetAsideAsync(idea, stop);
        return Redirect($"~/surveys/year/{Id}/topics");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await years.FindAsync(Id, stop) is not { } now)
        {
            return false;
        }
        Now = now;
        Falling = await falling.ListAsync(stop);
        Raised = await RaisedAsync(stop);
        Ideas = await db.Set<TopicIdea>()
            .AsNoTracking()
            .Where(i => i.CycleId == null && i.SetAsideAt == null)
            .OrderBy(i => i.Id)
            .ToListAsync(stop);
        ToCome =
        [
            .. now
                .Cycles.Where(c => c.StartsOn > now.Today)
                .OrderBy(c => c.Topic.Length > 0)
                .ThenBy(c => c.StartsOn)
                .Select(c => new SelectListItem(
                    $"Survey {c.Number}, {c.StartsOn.Brief()}{(c.Topic.Length == 0 ? ", no topic yet" : $", now “{c.Topic}”")}",
                    c.Id.ToString()
                )),
        ];
        return true;
    }

    private async Task<IReadOnlyList<Raised>> RaisedAsync(CancellationToken stop)
    {
        var since = Now.Today.AddYears(-1).StartInLondon();
        return await (
            from comment in db.Set<Comment>()
            where comment.ReleasedAt != null && comment.ReleasedAt >= since
            join question in db.Set<Question>() on comment.QuestionId equals question.Id
            join survey in db.Set<Survey>() on comment.SurveyId equals survey.Id
            group comment by new
            {
                survey.Id,
                survey.Title,
                question.Text,
            } into made
            orderby made.Count() descending, made.Key.Title
            select new Raised(made.Key.Id, made.Key.Title, made.Key.Text, made.Count())
        )
            .Take(8)
            .ToListAsync(stop);
    }
}

internal sealed class IdeaForm
{
    public string? Topic { get; set; }
    public string? Why { get; set; }
}

internal sealed class TakeForm
{
    public Guid? Cycle { get; set; }
    public string? Topic { get; set; }
    public Guid? Idea { get; set; }
}
