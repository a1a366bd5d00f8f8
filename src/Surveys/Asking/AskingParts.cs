// The parts of asking people, as they are registered.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Asking;

internal static class AskingParts
{
    public static void AddAsking(this IServiceCollection services)
    {
        services.AddScoped<OpenSurvey.ChooseAudience>();
        services.AddScoped<OpenSurvey.OpenSurvey>();
        services.AddScoped<OpenSurvey.TakeBack>();
        services.AddScoped<CloseSurvey.CloseSurvey>();
        services.AddScoped<RemindPeople.RemindPeople>();
        services.AddScoped<Public.InviteHouseholds>();
        services.AddScoped<TheField.TheField>();
        services.AddScoped<ILetterCodes, CodesOfLetters>();
        services.AddScoped<IJob, SurveyDays>();
        services.AddScoped<IPersonalData, InvitationsHeld>();
    }
}
