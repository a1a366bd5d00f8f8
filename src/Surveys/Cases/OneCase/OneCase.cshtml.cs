// One case: why it was opened, its clock and how that was counted, what was said, what was done, and how it ends.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases.OneCase;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class OneCaseModel(HearthDb db, WorkOnCase work, Settings settings, AuditTrail audit, TimeProvider time)
    : PageModel,
        IShowsPeople
{
    /// <summary>Whose work it is to look after a person's record.</summary>
    public bool MayOpenRecords => User.IsInRole(nameof(Role.EngagementOfficer)) || User.IsInRole(nameof(Role.Administrator));

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public CaseStep? Step { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public CaseEnd? End { get; set; }

    [BindProperty]
    public string? EndWords { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Case Case { get; private set; } = null!;
    public IEnumerable<Guid> PeopleShown => Case?.PersonId is { } person ? [person] : [];
    public string SurveyTitle { get; private set; } = "";
    public IReadOnlyList<CaseEntry> Entries { get; private set; } = [];
    public IReadOnlyList<CaseDue> Clock { get; private set; } = [];

    /// <summary>The question and what was said to it; null once forgotten.</summary>
    public (string Question, string Said)? Answer { get; private set; }
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        // what one home said is read here under its name: the audit says who looked
        audit.Write("ReadCase", "case", Id, Case.Spoken);
        await db.SaveChangesAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Act == "close" && End is null)
        {
            ModelState.AddModelError(nameof(End), "Choose how it ends");
        }
        if (ModelState.IsValid)
        {
            var done = Act switch
            {
                "take" => await work.TakeAsync(Id, stop),
                "close" => await work.CloseAsync(Id, End!.Value, EndWords, stop),
                "again" => await work.OpenAgainAsync(Id, stop),
                _ => await work.WriteAsync(Id, Step, Words, stop),
            };
            if (!done.Refused)
            {
                Said = Act switch
                {
                    "take" => "It is yours.",
                    "close" => "The case is closed.",
                    "again" => "The case is open again.",
                    _ => "Written down.",
                };
                return Redirect($"~/cases/{Id}");
            }
            db.ChangeTracker.Clear();
            foreach (var refusal in done.Refusals)
            {
                ModelState.AddModelError(refusal.Field, refusal.Words);
            }
        }
        return await FindAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Case>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id, stop) is not { } found)
        {
            return false;
        }
        Case = found;
        SurveyTitle = await db.Set<Survey>().Where(s => s.Id == found.SurveyId).Select(s => s.Title).FirstOrDefaultAsync(stop) ?? "";
        Entries = await db.Set<CaseEntry>()
            .AsNoTracking()
            .Where(e => e.CaseId == Id)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .ToListAsync(stop);
        var set = await settings.GetAsync<WorrySettings>(WorrySettings.Key, stop) ?? new();
        Clock = CaseClock.Of(found, Entries, set, new WorkingWeek());
        Answer = await AnswerAsync(stop);
        return true;
    }

    private async Task<(string, string)?> AnswerAsync(CancellationToken stop)
    {
        var question = await db.Set<Question>().AsNoTracking().FirstOrDefaultAsync(q => q.Id == Case.QuestionId, stop);
        if (question is null || Case.ResponseId is not { } response)
        {
            return null;
        }
        if (question.IsWords)
        {
            var words = await db.Set<Comment>()
                .Where(c => c.ResponseId == response && c.QuestionId == question.Id)
                .Select(c => c.Text)
                .FirstOrDefaultAsync(stop);
            return words is null ? null : (question.Text, words);
        }
        var answers = await db.Set<Response>().Where(r => r.Id == response).Select(r => r.Answers).FirstOrDefaultAsync(stop);
        var sheet = answers is null ? new AnswerSheet() : AnswerSheet.Read(answers);
        return sheet.HasAnswered(question) ? (question.Text, AnswerWords.Of(question, sheet.Of(question))) : null;
    }
}
