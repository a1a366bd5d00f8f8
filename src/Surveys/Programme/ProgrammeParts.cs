// The parts of the year's programme, as they are registered.
using Hearth.DesignSystem.Public;
using Hearth.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Programme;

internal static class ProgrammeParts
{
    public static void AddProgramme(this IServiceCollection services)
    {
        services.AddTables<ProgrammeTables>();
        services.AddMenuEntry(new("The year", "/surveys/year", 25, MenuAudience.Officer, Section: "year"));
        services.AddMenuEntry(new("TenantLink", "/tenantlink", 40, MenuAudience.Public, Section: "tenantlink"));
        services.AddScoped<YearReader>();
        services.AddScoped<PlanYear.PlanYear>();
        services.AddScoped<ChangeYear.ChangeYear>();
        services.AddScoped<AddCycle.AddCycle>();
        services.AddScoped<ChangeCycle.ChangeCycle>();
        services.AddScoped<MoveCycle.MoveCycle>();
        services.AddScoped<LinkSurvey.LinkSurvey>();
        services.AddScoped<TickOff.TickOff>();
        services.AddScoped<AgreeYear.AgreeYear>();
        services.AddScoped<Topics.FallingMeasures>();
        services.AddScoped<Topics.SuggestTopic>();
        services.AddScoped<Topics.TakeTopic>();
    }
}
