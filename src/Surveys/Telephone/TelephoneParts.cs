// The telephone's own services.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Telephone;

internal static class TelephoneParts
{
    public static IServiceCollection AddTelephone(this IServiceCollection services)
    {
        services.AddScoped<RingUp>();
        services.AddScoped<OnTheLine>();
        services.AddScoped<RecordCallOutcome>();
        services.AddScoped<SendCall.SendCallAnswers>();
        return services;
    }
}
