// The parts of asking people, as they are registered.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Ladders.AskingSettings;
using Hearth.Surveys.Asking.Ladders.ChangeLadder;
using Hearth.Surveys.Asking.Ladders.PauseLadder;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Asking.Resting.Overrule;
using Hearth.Surveys.Questionnaires;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Asking;

internal static class AskingParts
{
    public static void AddAsking(this IServiceCollection services)
    {
        services.AddMenuEntry(
            new("How we ask", "/settings/asking", 30, MenuAudience.Settings, QuestionnairesParts.Asks)
            {
                Says = "The ladder every survey starts with, how long homes are left in peace, and what each message costs.",
            }
        );
        services.AddScoped<WordsOfSurveys>();
        services.AddScoped<OpenSurvey.ChooseAudience>();
        services.AddScoped<OpenSurvey.OpenSurvey>();
        services.AddScoped<OpenSurvey.TakeBack>();
        services.AddScoped<CloseSurvey.CloseSurvey>();
        services.AddScoped<RemindPeople.RemindPeople>();
        services.AddScoped(provider => new Public.InviteHouseholds(
            provider.GetRequiredService<HearthDb>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Audience>(),
            provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<WordsOfSurveys>(),
            provider.GetRequiredService<LaddersOfSurveys>(),
            provider.GetRequiredService<RestReader>(),
            provider.GetRequiredService<Sampling.ChosenHomes>()
        ));
        services.AddScoped<Pilots.StartPilot>();
        services.AddScoped<Pilots.EndPilot>();
        services.AddScoped<Pilots.KeepRemark>();
        services.AddScoped<TheField.TheField>();
        services.AddScoped<ILetterCodes, CodesOfLetters>();
        services.AddScoped<LaddersOfSurveys>();
        services.AddScoped<RestReader>();
        services.AddScoped<OverruleRest>();
        services.AddScoped<RestingReader>();
        services.AddScoped<LadderReader>();
        services.AddScoped<ClimbSurvey>();
        services.AddScoped<ChangeLadder>();
        services.AddScoped<PauseLadder>();
        services.AddScoped<ChangeAskingSettings>();
        services.AddScoped<IMessageOutcomes, BouncedRung>();
        services.AddScoped<IJob, SurveyDays>();
        services.AddScoped<IJob, ClimbLadders>();
        services.AddScoped<IJob, AskRested>();
        services.AddScoped<IPersonalData, InvitationsHeld>();
    }
}
