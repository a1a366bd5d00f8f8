// Finds what is needed to write about a survey: the landlord, the languages, and what of the survey's own words is translated.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking;

internal sealed class WordsOfSurveys(HearthDb db, ILandlord landlord, InTheirLanguage languages)
{
    /// <summary>The words of this survey's invitations and reminders.</summary>
    public async Task<InvitationWords> OfAsync(Survey survey, CancellationToken stop)
    {
        var translated = new Dictionary<string, SurveyWords>(StringComparer.Ordinal);
        if (survey.Languages.Count > 0)
        {
            var id = survey.Stands;
            var texts = await db.Set<Translation>()
                .AsNoTracking()
                .Where(text => text.SurveyId == id && (text.Part == Parts.Title || text.Part == Parts.Introduction))
                .ToListAsync(stop);
            foreach (var tongue in survey.Languages.Select(Tongue.Find).OfType<Tongue>())
            {
                translated[tongue.Code] = In(
                    survey,
                    new(tongue, texts.Where(text => text.Language == tongue.Code).ToDictionary(text => text.Part, StringComparer.Ordinal))
                );
            }
        }
        return new InvitationWords(survey, landlord.Current, languages, translated);
    }

    // what is out of date says something that the landlord no longer says: the English goes
    private static SurveyWords In(Survey survey, TranslatedSurvey translated)
    {
        var (title, titleIn) = translated.Of(Parts.Title, survey.Title);
        var (introduction, introductionIn) = translated.Of(Parts.Introduction, survey.Introduction);
        bool Unchecked(string key, string source, Tongue found) =>
            found != Tongue.Source && translated.StateOf(new(key, "", source)) == TranslationState.Unchecked;
        return new(
            title,
            introduction.Trim(),
            introductionIn == Tongue.Source,
            Unchecked(Parts.Title, survey.Title, titleIn) || Unchecked(Parts.Introduction, survey.Introduction, introductionIn)
        );
    }
}
