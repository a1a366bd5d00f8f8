// The recording of a question, for the officer who made it.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.Audio.HearQuestion;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class HearQuestionModel(HearthDb db, QuestionVoices voices) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid questionId, CancellationToken stop) =>
        await Questionnaire.LoadAsync(db, id, stop) is { } questionnaire
        && questionnaire.Find(questionId) is { } question
        && await voices.FindAsync(question, stop) is { } voice
            ? new FileContentResult(voice.Content, voice.MediaType) { EnableRangeProcessing = true }
            : NotFound();
}
