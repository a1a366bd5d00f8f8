// Choosing homes, as it is registered.
using Hearth.People.Public;
using Hearth.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Sampling;

internal static class SamplingParts
{
    public static void AddSampling(this IServiceCollection services)
    {
        services.AddTables<SamplingTables>();
        services.AddScoped<PopulationReader>();
        services.AddScoped<ChosenHomes>();
        services.AddScoped<FrameChanges>();
        services.AddScoped<DrawSample.DrawSample>();
        services.AddScoped<ReleaseReserve.ReleaseReserve>();
        services.AddScoped<SetQuotas.SetQuotas>();
        services.AddScoped<SetQuotas.TypeQuotas>();
        services.AddScoped<IHearsOfLeftOut, StopAskingLeftOut>();
    }
}
