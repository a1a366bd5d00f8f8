// Finds the recording of a question.
using System.Globalization;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.Audio;

internal sealed class QuestionVoices(HearthDb db)
{
    public Task<bool> HasAsync(Question question, CancellationToken stop, string language = QuestionVoice.Source)
    {
        var id = question.Id;
        return db.Set<QuestionVoice>().AnyAsync(voice => voice.QuestionId == id && voice.Language == language, stop);
    }

    public Task<QuestionVoice?> FindAsync(Question question, CancellationToken stop, string language = QuestionVoice.Source)
    {
        var id = question.Id;
        return db.Set<QuestionVoice>()
            .AsNoTracking()
            .FirstOrDefaultAsync(voice => voice.QuestionId == id && voice.Language == language, stop);
    }

    /// <summary>A language's name in English, for officers.</summary>
    public static string Named(string language) => CultureInfo.GetCultureInfo(language).EnglishName;
}
