// Chooses whose voices to hold against all tenants: a survey's, the involved, or everyone's between two days.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hearth.Insight.Heard.ChooseWhom;

[StaffOnly]
internal sealed class ChooseWhomModel(SurveyReader surveys, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public Guid? ChosenSurvey { get; set; }

    [BindProperty]
    public DateParts FirstDay { get; set; } = new();

    [BindProperty]
    public DateParts LastDay { get; set; } = new();

    public IReadOnlyList<SurveySummary> Surveys { get; private set; } = [];

    public IEnumerable<SelectListItem> SurveyItems =>
        [
            new("Choose a survey", ""),
            .. Surveys.Select(s => new SelectListItem($"{s.Title} ({Words.Count(s.Answered, "answer", "answers")})", s.Id.ToString())),
        ];

    /// <summary>Periods are for those who may see small numbers: two that differ by a day would tell of one person.</summary>
    public bool MayChoosePeriod => SmallNumbers.AreShownTo(User);

    public async Task OnGetAsync(Guid? survey, string? who, DateOnly? from, DateOnly? to, CancellationToken stop)
    {
        await ListAsync(stop);
        Choice = survey is not null ? "survey" : who;
        ChosenSurvey = survey;
        FirstDay = DateParts.Of(from ?? time.Today().AddYears(-1).AddDays(1));
        LastDay = DateParts.Of(to ?? time.Today());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await ListAsync(stop);
        var whom = Choice switch
        {
            "survey" => OfSurvey(),
            "involved" => new WhomWeCompare(Whom.Involved),
            "period" when MayChoosePeriod => OfPeriod(),
            _ => Refuse(nameof(Choice), "Choose whose voices to look at"),
        };
        return whom is null ? Page() : LocalRedirect("~" + whom.Address(Grouping.Age));
    }

    private WhomWeCompare? OfSurvey() =>
        Surveys.FirstOrDefault(s => s.Id == ChosenSurvey) is { } survey
            ? new WhomWeCompare(Whom.Survey, survey)
            : Refuse(nameof(ChosenSurvey), "Choose a survey");

    private WhomWeCompare? OfPeriod()
    {
        var first = FirstDay.Read("the first day", out var from);
        var last = LastDay.Read("the last day", out var to);
        if (first is not null)
        {
            Refuse(nameof(FirstDay), first);
        }
        if (last is not null)
        {
            return Refuse(nameof(LastDay), last);
        }
        if (first is null && to < from)
        {
            return Refuse(nameof(LastDay), "The last day must be the first day or later");
        }
        return first is null ? new WhomWeCompare(Whom.Period, From: from, To: to) : null;
    }

    private WhomWeCompare? Refuse(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return null;
    }

    private async Task ListAsync(CancellationToken stop) =>
        Surveys = [.. (await surveys.ListAsync(stop)).Where(s => MayChoosePeriod ? s.Asked > 0 : s.Status == "Closed")];
}
