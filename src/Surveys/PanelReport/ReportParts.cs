// The report's own services.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.PanelReport;

internal static class ReportParts
{
    public static IServiceCollection AddPanelReport(this IServiceCollection services)
    {
        services.AddScoped<WriteReport>();
        services.AddScoped<Propose>();
        return services;
    }
}
