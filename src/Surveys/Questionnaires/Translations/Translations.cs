// Reads and writes the translations of a questionnaire.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.Translations;

internal sealed record LanguageUnknown() : Refusal("Choose a language from the list", "Language");

internal sealed record LanguageIsThere(string Name) : Refusal($"{Name} is there already", "Language");

internal sealed record TranslationTooLong(string What)
    : Refusal($"{What}: the translation must be {Translations.Longest} letters or fewer");

internal sealed class Translations(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    public const int Longest = 6000;

    /// <summary>The survey in a language it has; null where it has not.</summary>
    public async Task<TranslatedSurvey?> InAsync(Survey survey, string? language, CancellationToken stop)
    {
        if (Tongue.Find(language) is not { } tongue || !survey.Languages.Contains(tongue.Code))
        {
            return null;
        }
        var (id, code) = (survey.Stands, tongue.Code);
        return new(
            tongue,
            await db.Set<Translation>()
                .AsNoTracking()
                .Where(t => t.SurveyId == id && t.Language == code)
                .ToDictionaryAsync(t => t.Part, stop)
        );
    }

    public async Task<IReadOnlyList<Refusal>> AddLanguageAsync(Survey survey, string? code, CancellationToken stop)
    {
        if (Tongue.Find(code) is not { } tongue)
        {
            return [new LanguageUnknown()];
        }
        if (survey.Languages.Contains(tongue.Code))
        {
            return [new LanguageIsThere(tongue.English)];
        }
        survey.Languages = [.. survey.Languages, tongue.Code];
        survey.Touch();
        audit.Write("AddLanguage", "survey", survey.Id, tongue.Code);
        return await db.TrySaveAsync(stop);
    }

    /// <summary>Takes a language away, with its texts.</summary>
    public async Task RemoveLanguageAsync(Survey survey, string code, CancellationToken stop)
    {
        survey.Languages = [.. survey.Languages.Where(language => language != code)];
        survey.Touch();
        var id = survey.Id;
        db.RemoveRange(await db.Set<Translation>().Where(t => t.SurveyId == id && t.Language == code).ToListAsync(stop));
        audit.Write("RemoveLanguage", "survey", survey.Id, code);
        await db.TrySaveAsync(stop);
    }

    /// <summary>
    /// Writes texts. One that is new or other than before is checked by nobody, unless whoever saves says they have checked it; an empty
    /// one is taken away. Gives how many changed.
    /// </summary>
    /// <param name="survey">Whose.</param>
    /// <param name="language">One of its languages.</param>
    /// <param name="texts">By part, each with the English it was made from.</param>
    /// <param name="isChecked">Whoever saves reads the language and vouches for these texts.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Outcome<int>> WriteAsync(
        Survey survey,
        string language,
        IReadOnlyCollection<(Part Part, string Text)> texts,
        bool isChecked,
        CancellationToken stop
    )
    {
        if (texts.FirstOrDefault(one => one.Text.Length > Longest) is { Part: { } tooLong })
        {
            return new TranslationTooLong(tooLong.What);
        }
        var id = survey.Id;
        var there = await db.Set<Translation>().Where(t => t.SurveyId == id && t.Language == language).ToDictionaryAsync(t => t.Part, stop);
        var changed = 0;
        foreach (var (part, typed) in texts)
        {
            var text = Clean(typed);
            if (!there.TryGetValue(part.Key, out var before))
            {
                if (text.Length == 0)
                {
                    continue;
                }
                db.Add(
                    before = new Translation
                    {
                        SurveyId = id,
                        Language = language,
                        Part = part.Key,
                    }
                );
            }
            else if (text.Length == 0)
            {
                db.Remove(before);
                changed++;
                continue;
            }
            else if (before.Text == text && (!isChecked || (before.CheckedBy is not null && before.Source == part.Fingerprint)))
            {
                // seen on the page and left as it was: what was out of date stays so
                continue;
            }
            (before.Text, before.Source, before.At) = (text, part.Fingerprint, time.GetUtcNow());
            before.CheckedBy = isChecked ? actor.Name : null;
            changed++;
        }
        if (changed == 0)
        {
            return 0;
        }
        audit.Write("Translate", "survey", id, $"{language}: {changed} texts{(isChecked ? ", checked" : "")}");
        return await db.TrySaveAsync(stop) is [var late, ..] ? late : changed;
    }

    /// <summary>The translations once more, for a copy of the survey.</summary>
    public async Task CopyAsync(Guid from, Survey to, IReadOnlyList<string> languages, CancellationToken stop)
    {
        to.Languages = [.. languages];
        foreach (var text in await db.Set<Translation>().AsNoTracking().Where(t => t.SurveyId == from).ToListAsync(stop))
        {
            db.Add(
                new Translation
                {
                    SurveyId = to.Id,
                    Language = text.Language,
                    Part = text.Part,
                    Text = text.Text,
                    Source = text.Source,
                    At = text.At,
                    CheckedBy = text.CheckedBy,
                }
            );
        }
    }

    private static string Clean(string typed) =>
        new string([.. typed.ReplaceLineEndings("\n").Where(sign => !char.IsControl(sign) || sign == '\n')]).Trim();
}
