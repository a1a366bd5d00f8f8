// /surveys/{id}/results: every question as a table and a chart, and who answered, while the survey runs and after.
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Results.ShowResults;

[StaffOnly]
internal sealed class ShowResultsModel(SurveyResults results) : PageModel
{
    public ResultsNow Now { get; private set; } = null!;

    public decimal? Rate => Rounding.Percentage(Now.Snapshot.Count, Now.Snapshot.Asked.Total);

    /// <summary>How far a share of one half may be from the truth, in points; null while nobody has answered.</summary>
    public double? Margin => Statistics.Margin.Of(Now.Snapshot.Count, Now.Population) * 100;

    /// <summary>Those who may read what nobody has released yet.</summary>
    public bool MayReadComments => User.RunsSurveys();

    /// <summary>Those who may take the answers away, one row a home.</summary>
    public bool MayExportResponses => MayReadComments || User.IsInRole(nameof(Role.Manager));

    /// <summary>Questions with a score, for the table at the top.</summary>
    public IEnumerable<QuestionResult> Scored => Now.Questions.Where(QuestionResult.HasScore).Select(Now.Snapshot.Of);

    public string PageOf(Question question) => $"~/surveys/{Now.Survey.Id}/results/{question.Key}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await results.FindAsync(id, stop) is not { } now)
        {
            return NotFound();
        }
        Now = now;
        return Page();
    }
}
