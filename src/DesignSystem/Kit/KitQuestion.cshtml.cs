// One question to a page, as a tenant sees it.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.DesignSystem.Kit;

[AllowAnonymous]
[KitOnly]
internal sealed class KitQuestionModel : PageModel
{
    [BindProperty]
    public string? Answer { get; set; }

    public IActionResult OnPost(string? skip)
    {
        if (Answer is null && skip is null)
        {
            ModelState.AddModelError(nameof(Answer), "Choose one answer, or press ‘Skip this question’");
            return Page();
        }

        return Redirect("~/kit/tenant");
    }
}
