// /surveys/{id}/themes/code: one answer after another: its words, the themes to tick, what was suggested and why.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Themes.CodeAnswers;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class CodeAnswersModel(HearthDb db, CodeAnswer code, Actor actor) : PageModel
{
    public Survey Survey { get; private set; } = null!;
    public Frame Frame { get; private set; } = null!;

    /// <summary>The answer to code; null where nothing waits for this coder.</summary>
    public Comment? Comment { get; private set; }
    public Question? Question { get; private set; }
    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    /// <summary>Drawn for two coders: then there are no suggestions.</summary>
    public bool Blind { get; private set; }

    public int Left { get; private set; }

    [BindProperty(Name = "themes")]
    public List<string> Ticked { get; set; } = [];

    [FromQuery(Name = "after")]
    public Guid? After { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, null, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid comment, CancellationToken stop)
    {
        if (!await LoadAsync(id, comment, stop))
        {
            return NotFound();
        }
        var (themes, none) = Ticks.Read(Ticked);
        var refusals = await code.RunAsync(id, comment, themes, none, actor.Id ?? Guid.Empty, actor.Name, settles: false, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Done = "Saved.";
        return Redirect("~" + Survey.Address("themes/code"));
    }

    private async Task<bool> LoadAsync(Guid id, Guid? wanted, CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        var codes = await Codes.LoadAsync(db, id, stop);
        Frame = codes.Frame;
        var me = actor.Id ?? Guid.Empty;
        var comments = await db.Set<Comment>().AsNoTracking().Where(c => c.SurveyId == id).OrderBy(c => c.Id).ToListAsync(stop);
        // those drawn for two come first, while they can still be coded without sight of anything
        var waiting = comments.Where(c => codes.Awaits(c.Id, me)).OrderByDescending(c => codes.Sample.Contains(c.Id)).ToList();
        Left = waiting.Count;
        Comment = wanted is null
            ? waiting.SkipWhile(c => After is not null && c.Id != After).Skip(After is null ? 0 : 1).FirstOrDefault()
                ?? waiting.FirstOrDefault()
            : comments.Find(c => c.Id == wanted);
        if (Comment is null)
        {
            return wanted is null;
        }
        Question = await db.Set<Question>()
            .IgnoreQueryFilters([Question.AskedNoMore])
            .AsNoTracking()
            .FirstAsync(q => q.Id == Comment.QuestionId, stop);
        Blind = codes.Sample.Contains(Comment.Id);
        if (!Blind)
        {
            var texts = comments.Where(c => codes.Counted.ContainsKey(c.Id)).Select(c => (c.Text, codes.Counted[c.Id]));
            Suggestions = new Suggestions(Frame.Themes, texts).For(Comment.Text);
        }
        return true;
    }
}
