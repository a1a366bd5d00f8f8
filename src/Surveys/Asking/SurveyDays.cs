// Opens surveys on their first day and closes them the day after their last.
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.OpenSurvey;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hearth.Surveys.Asking;

internal sealed partial class SurveyDays(
    HearthDb db,
    TimeProvider time,
    OpenSurvey.OpenSurvey open,
    CloseSurvey.CloseSurvey close,
    ILogger<SurveyDays> log
) : IJob
{
    public string Name => "survey-days";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken stop)
    {
        var today = time.Today();
        var due = await db.Set<Survey>()
            .AsNoTracking()
            .Where(s => s.Status == SurveyStatus.Scheduled && s.OpensOn <= today)
            .Select(s => new { s.Id, s.PublicAddress })
            .ToListAsync(stop);
        foreach (var survey in due)
        {
            var opened = await open.RunAsync(new Opening(survey.Id, survey.PublicAddress), stop);
            Say(survey.Id, opened.Refusals);
        }
        var over = await db.Set<Survey>()
            .AsNoTracking()
            .Where(s => s.Status == SurveyStatus.Open && s.ClosesOn < today)
            .Select(s => s.Id)
            .ToListAsync(stop);
        foreach (var id in over)
        {
            Say(id, await close.RunAsync(id, stop: stop));
        }
    }

    private void Say(Guid survey, IReadOnlyList<Refusal> refusals)
    {
        // each survey is a unit of work of its own
        db.ChangeTracker.Clear();
        foreach (var refusal in refusals)
        {
            LogRefusal(log, survey, refusal.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Survey {Survey} was neither opened nor closed: {Refusal}")]
    private static partial void LogRefusal(ILogger log, Guid survey, string refusal);
}
