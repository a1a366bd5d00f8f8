// The parts of cases, as they are registered.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Cases;

internal static class CasesParts
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<WorryRules>();
        services.AddScoped<OpenCases>();
        services.AddSingleton(new NotAnAsk(OpenCases.Purpose));
        services.AddScoped<OneCase.WorkOnCase>();
        services.AddScoped<IPersonalData, CasesHeld>();
        services.AddScoped<IKeptFor, OldCases>();
        services.AddScoped<IFirstPageNews, NewsOfCases>();
        services.AddMenuEntry(new("Cases", "/cases", 25, MenuAudience.Officer, MayWork, "cases"));
        return services;
    }

    /// <summary>Those whom the pages of cases let in.</summary>
    public static bool MayWork(ClaimsPrincipal reader) =>
        new[] { Role.EngagementOfficer, Role.HousingOfficer, Role.Manager, Role.Administrator }.Any(role =>
            reader.IsInRole(role.ToString())
        );
}
