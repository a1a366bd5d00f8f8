// Which answers of a survey open a case, and which questions in words promise a reply.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases.WhatRaises;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class WhatRaisesModel(HearthDb db, AuditTrail audit, WorryRules rules) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The kind by “question key/code”, empty for none.</summary>
    [BindProperty]
    public Dictionary<string, string?> Raises { get; set; } = [];

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        foreach (var rule in await db.Set<RaisingAnswer>().AsNoTracking().Where(r => r.SurveyId == Id).ToListAsync(stop))
        {
            if (Questions.FirstOrDefault(q => q.Id == rule.QuestionId) is { } question)
            {
                Raises[$"{question.Key}/{rule.Code}"] = rule.Kind.ToString();
            }
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        db.RemoveRange(await db.Set<RaisingAnswer>().Where(r => r.SurveyId == Id).ToListAsync(stop));
        var set = 0;
        foreach (var question in Questions)
        {
            foreach (var code in question.IsWords ? [""] : question.Options.Select(option => option.Code))
            {
                if (Enum.TryParse<Worry>(Raises.GetValueOrDefault($"{question.Key}/{code}"), out var kind) && Enum.IsDefined(kind))
                {
                    db.Add(
                        new RaisingAnswer
                        {
                            SurveyId = Id,
                            QuestionId = question.Id,
                            Code = code,
                            Kind = question.IsWords ? Worry.Reply : kind,
                        }
                    );
                    set++;
                }
            }
        }
        audit.Write("SetWhatRaises", "survey", Id, $"{set} answers");
        await db.SaveChangesAsync(stop);
        rules.Forget();
        Said = "Saved. Answers that come in from now on are looked at by it.";
        return Redirect($"~/surveys/{Id}/raises");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return false;
        }
        Survey = questionnaire.Survey;
        Questions = [.. questionnaire.Questions.Where(q => q.IsWords || q.IsChoice).OrderBy(q => q.Position)];
        return true;
    }
}
