// /surveys/{id}/results/trends: a survey beside the earlier waves of its series, and the link to them.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Trends.ShowTrends;

[StaffOnly]
internal sealed class ShowTrendsModel(HearthDb db, SurveyResults results, LinkWaves link) : PageModel
{
    /// <summary>Waves shown: the survey and those before it.</summary>
    private const int Most = 8;

    public ResultsNow Now { get; private set; } = null!;

    /// <summary>Null while it stands alone.</summary>
    public SeriesTrends? Series { get; private set; }
    public IReadOnlyList<SelectListItem> Earlier { get; private set; } = [];
    public bool InSeries { get; private set; }

    [BindProperty(Name = "Earlier")]
    public Guid? Chosen { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken stop) =>
        !User.RunsSurveys()
            ? Forbid()
            : await AfterAsync(id, await link.RunAsync(id, Chosen, stop), "The two are waves of one series.", stop);

    public async Task<IActionResult> OnPostUnlinkAsync(Guid id, CancellationToken stop) =>
        !User.RunsSurveys() ? Forbid() : await AfterAsync(id, await link.UnlinkAsync(id, stop), "This survey stands alone again.", stop);

    /// <summary>A figure over the waves, as a chart with its table.</summary>
    public static DotPlot Chart(Trend trend) =>
        new(
            trend.Changes.Count > 0 ? trend.Changes[^1].Words : "Too few have answered to say whether anything changed.",
            $"{trend.Question.Name()}: {trend.Name}",
            "Survey",
            [
                .. trend.Points.Select(point =>
                {
                    var name = $"{point.Wave.Survey.LastDay.Written()}: {point.Wave.Survey.Title}";
                    return point.Percent is { } percent && point.Range is { } range
                        ? new DotRow(name, percent, Charted.PerCent(range.Lower), Charted.PerCent(range.Upper), point.Base)
                        : new DotRow(name, 0, 0, 0, 0, point.Hidden ? Marker.Hidden : Marker.TooFew);
                }),
            ]
        );

    private async Task<IActionResult> AfterAsync(Guid id, IReadOnlyList<Refusal> refusals, string done, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
        {
            return NotFound();
        }
        if (refusals.Count > 0)
        {
            foreach (var refusal in refusals)
            {
                ModelState.AddModelError(refusal.Field, refusal.Words);
            }
            return Page();
        }
        Done = done;
        return Redirect($"~/surveys/{id}/results/trends");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await results.FindAsync(id, stop) is not { } now)
        {
            return false;
        }
        Now = now;
        var series = await db.Set<Wave>().Where(w => w.SurveyId == id).Select(w => (Guid?)w.SeriesId).FirstOrDefaultAsync(stop);
        InSeries = series is not null;
        var linked = await db.Set<Wave>().Where(w => w.SeriesId == series).Select(w => w.SurveyId).ToListAsync(stop);
        var surveys = await db.Set<Survey>()
            .AsNoTracking()
            .Where(s => s.Id != id && (s.Status == SurveyStatus.Open || s.Status == SurveyStatus.Closed))
            .OrderByDescending(s => s.ClosesOn)
            .ToListAsync(stop);
        Earlier =
        [
            .. surveys
                .Where(s => !linked.Contains(s.Id))
                .Select(s => new SelectListItem($"{s.Title}, {s.LastDay.Written()}", s.Id.ToString())),
        ];
        var waves = new List<ResultsNow>();
        foreach (var survey in surveys.Where(s => linked.Contains(s.Id) && s.LastDay <= now.Survey.LastDay).Take(Most - 1).Reverse())
        {
            waves.Add((await results.FindAsync(survey.Id, stop))!);
        }
        Series = waves.Count == 0 ? null : SeriesTrends.Of([.. waves, now]);
        return true;
    }
}
