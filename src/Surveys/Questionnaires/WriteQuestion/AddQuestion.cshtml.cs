// Adds a question: first its kind, then its words.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.WriteQuestion;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class AddQuestionModel(HearthDb db, AddQuestion add) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Chosen on the first step; null before.</summary>
    [FromQuery]
    public QuestionKind? Kind { get; set; }

    [BindProperty]
    public QuestionForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().IgnoreQueryFilters([Survey.Copies]).FirstOrDefaultAsync(s => s.Id == Id, stop) is not { } survey)
        {
            return NotFound();
        }
        Survey = survey;
        if (Request.Query.ContainsKey("kind") && !KnownKind)
        {
            ModelState.Clear();
            ModelState.AddModelError("kind", "Choose how people answer");
            Kind = null;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().IgnoreQueryFilters([Survey.Copies]).FirstOrDefaultAsync(s => s.Id == Id, stop) is not { } survey)
        {
            return NotFound();
        }
        Survey = survey;
        if (!KnownKind)
        {
            return Redirect($"~/surveys/{Id}/questions/add");
        }
        if (Form.Read(Kind!.Value, ModelState) is not { } draft)
        {
            return Page();
        }
        var added = await add.RunAsync(Id, draft, stop);
        if (added.Refused)
        {
            ModelState.Refuse(added.Refusals);
            return Page();
        }
        Said = $"Question {added.Made!.Position} is added.";
        return Redirect($"~/surveys/{Id}/questions#q-{added.Made.Key}");
    }

    private bool KnownKind => Kind is { } kind && Enum.IsDefined(kind);
}
