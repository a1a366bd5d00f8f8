// The series' own services.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Trends;

internal static class TrendsParts
{
    public static IServiceCollection AddTrends(this IServiceCollection services) => services.AddScoped<LinkWaves>();
}
