// Results' own services.
using Hearth.Surveys.Results.ReadComments;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Results;

internal static class ResultsParts
{
    public static IServiceCollection AddResults(this IServiceCollection services)
    {
        services.AddSingleton<ResultsCache>();
        services.AddScoped<SurveyResults>();
        services.AddScoped<JudgeComments>();
        return services;
    }
}
