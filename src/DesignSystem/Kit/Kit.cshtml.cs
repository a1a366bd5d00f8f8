// A page that shows every part officers see.
using Hearth.DesignSystem.Public.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hearth.DesignSystem.Kit;

[AllowAnonymous]
[KitOnly]
internal sealed partial class KitModel : PageModel
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public DateParts Closes { get; set; } = new();

    [BindProperty]
    public string? Ward { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public List<string> Topics { get; set; } = [];

    public IEnumerable<SelectListItem> Wards { get; } =
    [new("Choose a ward", ""), new("Bridgegate", "bridgegate"), new("Fennside", "fennside"), new("Marsh End", "marsh-end")];

    public IActionResult OnPost()
    {
        if (string.IsNullOrWhiteSpace(FullName))
        {
            ModelState.AddModelError(nameof(FullName), "Enter your full name");
        }

        if (Answer is null)
        {
            ModelState.AddModelError(nameof(Answer), "Choose one answer, or press ‘Skip this question’");
        }

        if (Topics.Count == 0)
        {
            ModelState.AddModelError(nameof(Topics), "Choose at least one topic");
        }

        if (Closes.Read("the day the survey closes", out _) is { } wrong)
        {
            ModelState.AddModelError(nameof(Closes), wrong);
        }

        return Page();
    }
}
