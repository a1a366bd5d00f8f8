// What the door and the telephone share, as it is registered.
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Fieldwork;

internal static class FieldworkParts
{
    public static IServiceCollection AddFieldwork(this IServiceCollection services)
    {
        services.AddScoped<ClaimHouseholds>();
        services.AddScoped<KeepAside>();
        services.AddScoped<EndAsking>();
        services.AddScoped<SaidNo.AskAgain>();
        services.AddScoped<SetAside.SettleAside>();
        services.AddScoped<IPersonalData, FieldworkHeld>();
        return services;
    }
}
