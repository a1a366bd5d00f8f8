// Coding's own services.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Themes;

internal static class ThemesParts
{
    public static IServiceCollection AddThemes(this IServiceCollection services)
    {
        services.AddScoped<ChangeFrame>();
        services.AddScoped<CodeAnswer>();
        return services;
    }
}
