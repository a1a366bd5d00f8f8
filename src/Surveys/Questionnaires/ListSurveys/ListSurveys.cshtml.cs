// Every survey by its state: in the field, waiting, drafts, closed, with what is due next.
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.ListSurveys;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ListSurveysModel(SurveyReader surveys, TimeProvider time) : PageModel
{
    [TempData]
    public string? Said { get; set; }

    public DateOnly Today { get; private set; }
    public IReadOnlyList<SurveySummary> Open { get; private set; } = [];
    public IReadOnlyList<SurveySummary> Waiting { get; private set; } = [];
    public IReadOnlyList<SurveySummary> Drafts { get; private set; } = [];
    public IReadOnlyList<SurveySummary> Closed { get; private set; } = [];

    public bool None => Open.Count + Waiting.Count + Drafts.Count + Closed.Count == 0;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Today = time.Today();
        var all = await surveys.ListAsync(stop);
        IReadOnlyList<SurveySummary> In(SurveyStatus status) => [.. all.Where(survey => survey.Status == status.ToString())];
        Open = [.. In(SurveyStatus.Open).OrderBy(survey => survey.ClosesOn)];
        Waiting = [.. In(SurveyStatus.Scheduled).OrderBy(survey => survey.OpensOn)];
        Drafts = In(SurveyStatus.Draft);
        Closed = In(SurveyStatus.Closed);
    }

    /// <summary>“3 days left”, “last day today”.</summary>
    public string Left(SurveySummary survey) =>
        (survey.ClosesOn.DayNumber - Today.DayNumber) switch
        {
            < 0 => "closes tonight",
            0 => "last day today",
            1 => "1 day left",
            var days => $"{days} days left",
        };
}
