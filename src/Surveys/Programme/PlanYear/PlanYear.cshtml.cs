// The form that makes a year: name, first day, how many surveys, how long the breaks are.
using System.Globalization;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.PlanYear;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class PlanYearModel(PlanYear plan, TimeProvider time) : PageModel
{
    [BindProperty]
    public YearForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public void OnGet()
    {
        // most landlords' years begin with the financial year
        var today = time.Today();
        var april = new DateOnly(today.Month < 4 ? today.Year : today.Year + 1, 4, 1);
        Form.StartsOn = DateParts.Of(april);
        Form.Name = $"TenantLink {april.Year} to {april.Year + 1}";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Form.Read(ModelState) is not { } details)
        {
            return Page();
        }
        var made = await plan.RunAsync(details, stop);
        if (made.Refused)
        {
            ModelState.Refuse(made.Refusals);
            return Page();
        }
        Said = $"{details.Surveys} surveys are laid out. Give each its topic and lead officer, then take the year to the panel.";
        return Redirect($"~/surveys/year/{made.Made!.Id}");
    }
}

/// <summary>The form, as typed.</summary>
internal sealed class YearForm
{
    public string? Name { get; set; }
    public DateParts StartsOn { get; set; } = new();
    public string? Surveys { get; set; } = "9";
    public string? ChristmasWeeks { get; set; } = "2";
    public string? EasterWeeks { get; set; } = "2";
    public string? AugustWeeks { get; set; } = "2";
    public string? MostSurveys { get; set; } = "2";
    public string? WithinDays { get; set; } = "90";

    /// <summary>What was typed, where the day can be read; else null, with the error in the model state. A number that is none is out of every range.</summary>
    public YearDetails? Read(ModelStateDictionary modelState)
    {
        if (StartsOn.Read("the first day of the year", out var first) is { } unread)
        {
            modelState.AddModelError("Form.StartsOn", unread);
            return null;
        }
        return new(
            Name ?? "",
            first,
            Number(Surveys),
            new(Number(ChristmasWeeks), Number(EasterWeeks), Number(AugustWeeks)),
            Number(MostSurveys),
            Number(WithinDays)
        );
    }

    private static int Number(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
