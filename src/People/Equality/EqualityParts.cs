// What equality data needs in the container.
using Hearth.People.Public;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Equality;

internal static class EqualityParts
{
    public static void AddEquality(this IServiceCollection services)
    {
        services.AddTables<EqualityTables>();
        services.AddScoped<EqualityKeys>();
        services.AddScoped<EqualityAnswers>();
        services.AddScoped<AboutYou>();
        services.AddScoped<IPersonalData, EqualityHeld>();
        services.AddScoped<IJob, RotateEqualityKeys>();
        services.AddScoped<CountEquality>();
        services.AddScoped<IJob>(provider => provider.GetRequiredService<CountEquality>());
        services.AddScoped<IDemoChapter, TellOfEquality>();
    }
}
