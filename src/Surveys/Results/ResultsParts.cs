// Results' own services.
using Hearth.Loop.Public;
using Hearth.Surveys.Results.ReadComments;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Results;

internal static class ResultsParts
{
    public static IServiceCollection AddResults(this IServiceCollection services)
    {
        services.AddSingleton<ResultsCache>();
        services.AddSingleton<WarmResults>();
        services.AddHostedService(provider => provider.GetRequiredService<WarmResults>());
        services.AddScoped<SurveyResults>();
        services.AddScoped<JudgeComments>();
        services.AddScoped<IPublicFindings, FindingsForAnyone>();
        return services;
    }
}
