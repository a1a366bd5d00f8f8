// A form that came by post is keyed: its code, then a number a question, then the next form. All of it by the keyboard.
using Hearth.DesignSystem.Public.Forms;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Paper.KeySheet;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class KeySheetModel(HearthDb db, KeyPaper paper, EditionsOfSurvey editions, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The day the form came in; the last one stays for the next form.</summary>
    [BindProperty]
    public DateParts ReceivedOn { get; set; } = new();

    /// <summary>The version at the foot of the form; the newest where nothing is printed there.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>What was keyed, by question.</summary>
    [BindProperty]
    public Dictionary<string, string?> Keys { get; set; } = [];

    /// <summary>This keying: sent twice it is taken once.</summary>
    [BindProperty]
    public Guid Sending { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>Its number: a day in writing comes back from here as an instant.</summary>
    [TempData]
    public int? LastDay { get; set; }

    /// <summary>Whose form was keyed last: the sheet about themselves may lie behind it.</summary>
    [TempData]
    public Guid? LastPerson { get; set; }

    public string? AboutThem => LastPerson is { } person ? AboutYou.WriteDown(person, paper: true, $"/surveys/{Id}/paper/key") : null;

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<PaperQuestion> Questions { get; private set; } = [];

    /// <summary>True once the code was found: the questions are shown.</summary>
    public bool Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is null)
        {
            return NotFound();
        }
        ReceivedOn = DateParts.Of(LastDay is { } day ? DateOnly.FromDayNumber(day) : time.Today());
        return Page();
    }

    /// <summary>The code was typed.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } questionnaire)
        {
            return NotFound();
        }
        var visit = await VisitAsync(questionnaire, stop);
        Found = visit is not null && Day() is not null && ModelState.IsValid;
        if (Found)
        {
            ModelState.Remove(nameof(Sending));
            Sending = Guid.CreateVersion7();
        }
        return Page();
    }

    /// <summary>The form was keyed.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } questionnaire)
        {
            return NotFound();
        }
        var (visit, day) = (await VisitAsync(questionnaire, stop), Day());
        if (visit is null || day is null)
        {
            return Page();
        }
        Found = true;
        var sheet = KeyedSheet.Read(questionnaire.Questions, Keys);
        foreach (var (key, error) in sheet.Errors)
        {
            ModelState.AddModelError($"Keys[{key}]", error);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await paper.RunAsync(visit, sheet, day.Value, Sending == Guid.Empty ? Guid.CreateVersion7() : Sending, stop);
        if (done.Refused)
        {
            Refuse(done.Refusals);
            return Page();
        }
        var off = sheet.OffRoute.Count == 0 ? "" : $" {sheet.OffRoute.Count} answers that its route passes were left out.";
        Said = $"Form {InvitationCode.Shown(visit.Invitation.Code)} is in.{off} Key the next one.";
        LastDay = day.Value.DayNumber;
        LastPerson = visit.Invitation.PersonId;
        return Redirect($"~/surveys/{Id}/paper/key");
    }

    private async Task<Questionnaire?> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return null;
        }
        Survey = questionnaire.Survey;
        if (Version is { } version && version != Survey.Edition)
        {
            if (await editions.QuestionsAsync(Id, version, stop) is not { } printed)
            {
                ModelState.AddModelError(nameof(Version), $"Key the version at the foot of the form: 1 to {Survey.Edition}");
                Version = null;
                return questionnaire;
            }
            // the form is read as it was printed, and its answers belong to that version
            db.ChangeTracker.Clear();
            questionnaire = new Questionnaire(Survey, printed);
        }
        Questions = PaperForm.Of(questionnaire.Questions);
        return questionnaire;
    }

    private async Task<Answering.Visit?> VisitAsync(Questionnaire questionnaire, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Key the code at the foot of the form");
            return null;
        }
        var found = await paper.FindAsync(questionnaire.Survey, questionnaire.Questions, Code, Sending, stop);
        Refuse(found.Refusals);
        return found.Made is { } made ? made with { Edition = Version ?? Survey.Edition } : null;
    }

    private DateOnly? Day()
    {
        if (ReceivedOn.Read("the day the form came in", out var day) is { } error)
        {
            ModelState.AddModelError(nameof(ReceivedOn), error);
            return null;
        }
        if (day < Survey.OpensOn || day > time.Today())
        {
            Refuse([new ReceivedOutside(Survey.OpensOn, time.Today())]);
            return null;
        }
        return day;
    }

    private void Refuse(IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            ModelState.AddModelError(refusal.Field, refusal.Words);
        }
    }
}
