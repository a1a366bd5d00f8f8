// Answering's own services.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering.CheckAnswers;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Answering.ImportResponses;
using Hearth.Surveys.Questionnaires;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Answering;

internal static class AnsweringParts
{
    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddLoopStop(LoopStop.CollectViews, "/surveys", QuestionnairesParts.Asks);
        services.Configure<SiteLinks>(links => links.EnterCode ??= "/s");
        services.AddScoped<IOwnLanguage, LanguageOfHousehold>();
        services.AddScoped<CodeGuesses>();
        services.AddScoped<SurveyDoor>();
        services.AddScoped<LanguageOfQuestions>();
        services.AddScoped<KeepDraft>();
        services.AddScoped<KeepFile>();
        services.AddScoped<IJob, ForgetUnsentFiles>();
        services.AddScoped<SendAnswers>();
        services.AddScoped<TookPart>();
        services.AddScoped<WhatChanged>();
        services.AddScoped<ImportResponses.ImportResponses>();
        services.AddScoped<IJob, ForgetUploads>();
        services.AddScoped<IJob, ForgetWrongCodes>();
        services.AddScoped<IPersonalData, AnswersHeld>();
        services.AddScoped<IKeptFor, Retention.OldAnswers>();
        services.AddScoped<IKeptFor, Retention.OldDrafts>();
        return services;
    }
}
