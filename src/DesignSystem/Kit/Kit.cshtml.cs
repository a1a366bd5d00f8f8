// A page that shows every part; in development and demonstrations only.
using Hearth.DesignSystem.Public.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Hearth.DesignSystem.Kit;

[AllowAnonymous]
internal sealed partial class KitModel(IWebHostEnvironment environment, IConfiguration configuration) : PageModel
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

    private bool Shown => environment.IsDevelopment() || configuration.GetValue("Kit", false);

    public IActionResult OnGet() => Shown ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!Shown)
        {
            return NotFound();
        }

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
