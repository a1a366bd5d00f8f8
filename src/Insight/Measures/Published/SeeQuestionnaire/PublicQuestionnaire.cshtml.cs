// /measures/{year}/questionnaire: the questions with their introduction and messages, as they were sent.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Published.SeeQuestionnaire;

[AllowAnonymous]
internal sealed class PublicQuestionnaireModel(PublishedReader reader) : PageModel
{
    public PublishedYear Year { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, int? version, CancellationToken stop)
    {
        if (await reader.FindAsync(year, version, stop) is not { } found)
        {
            return NotFound();
        }
        Year = found;
        return Page();
    }
}
