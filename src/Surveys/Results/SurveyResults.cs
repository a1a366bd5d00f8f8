// Reads a survey's results: the survey, its questions, and the answers as they are now.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Results;

/// <summary>What people wrote in answer to a question: how many, and what became of it.</summary>
internal sealed record WordsCount(int Written, int Released, int Withheld)
{
    public int ToRead => Written - Released - Withheld;

    public static WordsCount None { get; } = new(0, 0, 0);
}

internal sealed record ResultsNow(
    Survey Survey,
    IReadOnlyList<Question> Questions,
    Snapshot Snapshot,
    IReadOnlyDictionary<Guid, WordsCount> Words
)
{
    /// <summary>Versions of the questions, the first first; none where they never changed.</summary>
    public IReadOnlyList<Edition> Editions { get; init; } = [];

    /// <summary>The wordings of a question over the versions; one or none where it never changed.</summary>
    public IReadOnlyList<Wording> WordingsOf(Question question) => Wording.Of(Editions, question);

    /// <summary>Households that could have answered: what a range is worked out against.</summary>
    public int Population => Survey.Population > 0 ? Survey.Population : Snapshot.Asked.Total;

    public WordsCount AllWords =>
        Words.Values.Aggregate(
            WordsCount.None,
            (sum, one) => new(sum.Written + one.Written, sum.Released + one.Released, sum.Withheld + one.Withheld)
        );

    public WordsCount WordsOf(Question question) => Words.GetValueOrDefault(question.Id) ?? WordsCount.None;
}

internal sealed class SurveyResults(HearthDb db, ResultsCache cache, EditionsOfSurvey editions)
{
    /// <summary>The results now; null where there is no such survey, or it has not been opened.</summary>
    public async Task<ResultsNow?> FindAsync(Guid id, CancellationToken stop)
    {
        var survey = await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop);
        if (survey is null or { Status: SurveyStatus.Draft or SurveyStatus.Scheduled })
        {
            return null;
        }
        var asked = await db.Set<Question>()
            .IgnoreQueryFilters([Question.AskedNoMore])
            .AsNoTracking()
            .Where(q => q.SurveyId == id)
            .OrderBy(q => q.Retired)
            .ThenBy(q => q.Position)
            .ToListAsync(stop);
        var versions = survey.Edition > 1 ? await editions.AllAsync(id, stop) : [];
        List<Question> questions = [.. asked.SelectMany(question => question.Items)];
        var snapshot = await cache.LookAsync(db, survey, questions, stop);
        return new ResultsNow(survey, questions, snapshot, await WordsAsync(id, questions, stop)) { Editions = versions };
    }

    private async Task<Dictionary<Guid, WordsCount>> WordsAsync(Guid id, List<Question> questions, CancellationToken stop)
    {
        if (!questions.Exists(question => question.IsWords))
        {
            return [];
        }
        return await db.Set<Comment>()
            .Where(c => c.SurveyId == id)
            .GroupBy(c => c.QuestionId)
            .Select(g => new
            {
                g.Key,
                Written = g.Count(),
                Released = g.Count(c => c.ReleasedAt != null),
                Withheld = g.Count(c => c.WithheldAt != null),
            })
            .ToDictionaryAsync(g => g.Key, g => new WordsCount(g.Written, g.Released, g.Withheld), stop);
    }
}
