// Reads the answers of the surveys that are looked at most into a new node's memory, so that the first officer need not wait for it.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hearth.Surveys.Results;

internal sealed partial class WarmResults(IServiceScopeFactory scopes, ResultsCache cache, ILogger<WarmResults> log) : BackgroundService
{
    private const int Most = 8;

    /// <summary>Ends when everything has been read.</summary>
    public Task Warm => ExecuteTask ?? Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
            var surveys = await db.Set<Survey>()
                .AsNoTracking()
                .Where(s => s.Status == SurveyStatus.Open || s.Status == SurveyStatus.Closed)
                .OrderByDescending(s => s.Status == SurveyStatus.Open)
                .ThenByDescending(s => s.ClosesOn)
                .Take(Most)
                .ToListAsync(stoppingToken);
            foreach (var survey in surveys)
            {
                var questions = await db.Set<Question>()
                    .AsNoTracking()
                    .IgnoreQueryFilters([Question.AskedNoMore])
                    .Where(q => q.SurveyId == survey.Id)
                    .OrderBy(q => q.Retired)
                    .ThenBy(q => q.Position)
                    .ToListAsync(stoppingToken);
                await cache.LookAsync(db, survey, [.. questions.SelectMany(question => question.Items)], stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // stopped before it was done
        }
        catch (Exception failure)
        {
            // Only a kindness: the first look reads them itself.
            LogCold(log, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Results were not read ahead: {Kind}")]
    private static partial void LogCold(ILogger log, string kind);
}
