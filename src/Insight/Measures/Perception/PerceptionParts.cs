// What the perception figures are made of.
using Hearth.Insight.Measures.Perception.ChooseHow;
using Hearth.Insight.Measures.Perception.Demo;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Insight.Measures.Perception.History;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Measures.Perception;

internal static class PerceptionParts
{
    public static void AddPerception(this IServiceCollection services)
    {
        services.AddSingleton<KeptYears>();
        services.AddScoped<PerceptionReader>();
        services.AddScoped<TargetsReader>();
        services.AddScoped<KeepChoice>();
        services.AddScoped<Editions>();
        services.AddScoped<EarlierReader>();
        services.AddScoped<KeepEarlier>();
        services.AddScoped<IDemoChapter, TellOfPerception>();
    }
}
