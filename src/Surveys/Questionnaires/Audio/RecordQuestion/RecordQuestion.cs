// Keeps, or takes away, the recording of a question. The words stay as they are, so it may be done while a survey runs.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.Audio.RecordQuestion;

internal sealed record NoSound() : Refusal("Choose a sound file", "Sound");

internal sealed record SoundTooLarge()
    : Refusal("The sound must be smaller than 5 MB. A question takes half a minute: record it again", "Sound");

internal sealed record NotASound()
    : Refusal("This file is not a sound we know, whatever its name says. Choose an MP3, M4A, WAV, Ogg or WebM recording", "Sound");

internal sealed class RecordQuestion(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public async Task<Refusal?> RunAsync(Question question, string language, byte[] sound, CancellationToken stop = default)
    {
        if (sound.Length == 0)
        {
            return new NoSound();
        }
        if (sound.Length > SoundKind.Largest)
        {
            return new SoundTooLarge();
        }
        if (SoundKind.Of(sound) is not { } kind)
        {
            return new NotASound();
        }
        await TakeAwayAsync(question, language, stop);
        db.Add(
            new QuestionVoice
            {
                SurveyId = question.SurveyId,
                QuestionId = question.Id,
                Language = language,
                MediaType = kind,
                Content = sound,
                At = time.GetUtcNow(),
            }
        );
        audit.Write("RecordQuestion", "survey", question.SurveyId, $"{question.Key} {language}");
        await db.SaveChangesAsync(stop);
        return null;
    }

    public async Task RemoveAsync(Question question, string language, CancellationToken stop = default)
    {
        await TakeAwayAsync(question, language, stop);
        audit.Write("RemoveRecording", "survey", question.SurveyId, $"{question.Key} {language}");
        await db.SaveChangesAsync(stop);
    }

    private async Task TakeAwayAsync(Question question, string language, CancellationToken stop)
    {
        var id = question.Id;
        db.RemoveRange(await db.Set<QuestionVoice>().Where(v => v.QuestionId == id && v.Language == language).ToListAsync(stop));
    }
}
