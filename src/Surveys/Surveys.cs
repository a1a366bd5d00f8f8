// Surveys: asks people, takes their answers by any channel, one a household, and shows what they said.
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Loop;
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Cases;
using Hearth.Surveys.Demo;
using Hearth.Surveys.Door;
using Hearth.Surveys.Door.OnDevice;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.FirstPage;
using Hearth.Surveys.PanelReport;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Programme;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Telephone;
using Hearth.Surveys.Themes;
using Hearth.Surveys.Trends;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys;

public static class SurveysModule
{
    public static IServiceCollection AddSurveys(this IServiceCollection services)
    {
        services.AddTables<SurveysTables>();
        services.AddTables<FieldworkTables>();
        services.AddTables<CasesTables>();
        services.AddLoopKind("survey", "Survey", LoopStop.CollectViews);
        services.AddScoped<SurveyReader>();
        services.AddSingleton<AskedTenures>();
        services.AddScoped<MeasureReader>();
        services.AddScoped<DrawReader>();
        services.AddScoped(provider => new SampleReader(
            provider.GetRequiredService<HearthDb>(),
            provider.GetRequiredService<PopulationReader>(),
            provider.GetRequiredService<Audience>(),
            provider.GetRequiredService<AskedTenures>()
        ));
        services.AddQuestionnaires();
        services.AddAsking();
        services.AddSampling();
        services.AddAnswering();
        services.AddPaper();
        services.AddFieldwork();
        services.AddDoor();
        services.AddTelephone();
        services.AddCases();
        services.AddResults();
        services.AddThemes();
        services.AddTrends();
        services.AddPanelReport();
        services.AddProgramme();
        services.AddScoped<IFirstPageNews, NewsOfSurveys>();
        services.AddScoped<IFirstPageNews, NewsOfTheYear>();
        services.AddScoped<IDemoChapter, TellOfYearlySurvey>();
        services.AddScoped<DemoLadder>();
        services.AddScoped<HeatingInOtherLanguages>();
        services.AddScoped<IDemoChapter, TellOfHeatingSurvey>();
        services.AddScoped<IDemoChapter, TellOfTheYear>();
        services.AddScoped<IDemoChapter, TellOfBuildingDraft>();
        services.AddScoped<IDemoChapter, TellOfThemes>();
        services.AddScoped<IDemoChapter, TellOfLastYear>();
        services.AddScoped<IDemoChapter, TellOfFieldwork>();
        services.AddScoped<IDemoChapter, TellOfDrawnSample>();
        return services;
    }

    /// <summary>What a device at the doors asks for beside pages.</summary>
    public static IEndpointRouteBuilder MapSurveys(this IEndpointRouteBuilder endpoints)
    {
        DoorEndpoints.Map(endpoints);
        return endpoints;
    }
}
