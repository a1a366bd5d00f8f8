// Deletes photographs and documents whose answers were never sent, a month after the survey closed.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.Files;

internal sealed class ForgetUnsentFiles(HearthDb db, TimeProvider time) : IJob
{
    private const int Days = 30;

    public string Name => "forget-unsent-files";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public Task RunAsync(CancellationToken stop)
    {
        var over = time.Today().AddDays(-Days);
        return db.Set<SentFile>()
            .Where(file => file.SentAt == null && db.Set<Survey>().Any(survey => survey.Id == file.SurveyId && survey.ClosesOn < over))
            .ExecuteDeleteAsync(stop);
    }
}
