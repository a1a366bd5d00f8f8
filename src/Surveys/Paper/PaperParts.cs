// Paper's own services: forms made from the questionnaire, and the keying of those that come back.
using Hearth.Surveys.Paper.KeyAgain;
using Hearth.Surveys.Paper.KeySheet;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Paper;

internal static class PaperParts
{
    public static IServiceCollection AddPaper(this IServiceCollection services)
    {
        services.AddScoped<PaperTally>();
        services.AddScoped<KeyPaper>();
        services.AddScoped<KeyPaperAgain>();
        return services;
    }
}
