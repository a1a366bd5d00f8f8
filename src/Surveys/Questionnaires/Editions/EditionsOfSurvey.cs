// Reads the versions of a survey, and what changed since one of them.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.Editions;

internal sealed class EditionsOfSurvey(HearthDb db)
{
    /// <summary>All of them, the first first; none for a survey that never changed.</summary>
    public async Task<IReadOnlyList<Edition>> AllAsync(Guid survey, CancellationToken stop) =>
        await db.Set<Edition>().AsNoTracking().Where(e => e.SurveyId == survey).OrderBy(e => e.Number).ToListAsync(stop);

    /// <summary>The questions as that version asked them; null where there is no such version.</summary>
    public async Task<IReadOnlyList<Question>?> QuestionsAsync(Guid survey, int number, CancellationToken stop) =>
        (await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(e => e.SurveyId == survey && e.Number == number, stop))?.Read();

    /// <summary>Keys of questions that somebody who answered them in that version is asked again.</summary>
    public async Task<IReadOnlyList<string>> AskedAgainSinceAsync(
        Survey survey,
        IReadOnlyList<Question> now,
        int since,
        CancellationToken stop
    ) =>
        since < survey.Edition && await QuestionsAsync(survey.Id, since, stop) is { } then
            ? [.. Changes.Between(then, now).Where(change => change.AskAgain).Select(change => change.Question.Key)]
            : [];
}
