// Finds what is needed to write about a survey: the landlord, the languages, and what of the survey's own words is translated.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking;

internal sealed class WordsOfSurveys(ILandlord landlord, InTheirLanguage languages)
{
    /// <summary>The words of this survey's invitations and reminders.</summary>
    public Task<InvitationWords> OfAsync(Survey survey, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult(new InvitationWords(survey, landlord.Current, languages, new Dictionary<string, SurveyWords>()));
    }
}
