// What the perception figures are made of.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Measures.Perception;

internal static class PerceptionParts
{
    public static void AddPerception(this IServiceCollection services) => services.AddScoped<PerceptionReader>();
}
