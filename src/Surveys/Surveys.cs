// Surveys: asks people, takes their answers by any channel, one a household, and shows what they said.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys;

public static class SurveysModule
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services;
}
