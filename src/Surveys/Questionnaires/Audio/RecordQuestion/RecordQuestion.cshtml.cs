// /surveys/{id}/questions/{question}/sound: upload a recording, or make one with the phone.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.Audio.RecordQuestion;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class RecordQuestionModel(HearthDb db, RecordQuestion record, QuestionVoices voices) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid QuestionId { get; set; }

    [BindProperty]
    public IFormFile? Sound { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;
    public Question Question { get; private set; } = null!;
    public QuestionVoice? Voice { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        using var memory = new MemoryStream();
        if (Sound is { Length: <= SoundKind.Largest + 1 })
        {
            await Sound.CopyToAsync(memory, stop);
        }
        var refusal = Sound is { Length: > SoundKind.Largest }
            ? new SoundTooLarge()
            : await record.RunAsync(Question, QuestionVoice.Source, memory.ToArray(), stop);
        if (refusal is not null)
        {
            ModelState.AddModelError(refusal.Field, refusal.Words);
            return Page();
        }
        Said = $"People can listen to question {Question.Position} now.";
        return Redirect($"~/surveys/{Id}/questions/{QuestionId}/sound");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        await record.RemoveAsync(Question, QuestionVoice.Source, stop);
        Said = "The recording is taken away.";
        return Redirect($"~/surveys/{Id}/questions/{QuestionId}/sound");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire || questionnaire.Find(QuestionId) is not { } question)
        {
            return false;
        }
        (Questionnaire, Question) = (questionnaire, question);
        Voice = await voices.FindAsync(question, stop);
        return true;
    }
}
