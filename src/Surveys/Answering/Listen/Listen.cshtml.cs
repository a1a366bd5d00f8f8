// /s/{code}/{key}/listen: the recording of a question, played by the browser itself.
using Hearth.Surveys.Questionnaires.Audio;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.Listen;

[AllowAnonymous]
internal sealed class ListenModel(SurveyDoor door, QuestionVoices voices) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, string key, CancellationToken stop) =>
        await door.FindAsync(code, stop) is not { } visit ? this.UnknownCode(code)
        : visit.Questions.FirstOrDefault(question => question.Key == key) is { } question
        && await voices.FindAsync(question, stop) is { } voice
            ? new FileContentResult(voice.Content, voice.MediaType) { EnableRangeProcessing = true }
        : Redirect("~" + visit.Page());
}
