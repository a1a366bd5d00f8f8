// The parts of writing a survey, as they are registered.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Questionnaires;

internal static class QuestionnairesParts
{
    public static void AddQuestionnaires(this IServiceCollection services)
    {
        services.AddMenuEntry(new("Surveys", "/surveys", 20, MenuAudience.Officer, Asks, "surveys"));
        services.AddScoped<CreateSurvey.CreateSurvey>();
        services.AddScoped<EditSurvey.EditSurvey>();
        services.AddScoped<CopySurvey.CopySurvey>();
        services.AddScoped<DeleteDraft.DeleteDraft>();
        services.AddScoped<WriteQuestion.AddQuestion>();
        services.AddScoped<WriteQuestion.ChangeQuestion>();
        services.AddScoped<ArrangeQuestions.MoveQuestion>();
        services.AddScoped<RouteQuestion.RouteQuestion>();
        services.AddScoped<DeleteQuestion.DeleteQuestion>();
        services.AddScoped<AddMeasures.AddMeasures>();
        services.AddScoped<RestoreWording.RestoreWording>();
        services.AddScoped<Audio.QuestionVoices>();
        services.AddScoped<Editions.EditionsOfSurvey>();
        services.AddScoped<Translations.Translations>();
        services.AddScoped<ImportQuestionnaire.ImportQuestionnaire>();
        services.AddScoped<Editions.ChangeLive.StartChange>();
        services.AddScoped<Editions.ChangeLive.UseEdition>();
        services.AddScoped<Audio.RecordQuestion.RecordQuestion>();
        services.AddScoped(provider => new Public.QuestionnaireReader(
            provider.GetRequiredService<HearthDb>(),
            provider.GetRequiredService<Asking.WordsOfSurveys>(),
            provider.GetRequiredService<Asking.Ladders.LaddersOfSurveys>(),
            provider.GetRequiredService<Translations.Translations>()
        ));
    }

    // those whom the pages let in, and nobody else, are shown the way
    internal static bool Asks(System.Security.Claims.ClaimsPrincipal user) =>
        user.IsInRole(nameof(Role.EngagementOfficer)) || user.IsInRole(nameof(Role.Administrator));
}
