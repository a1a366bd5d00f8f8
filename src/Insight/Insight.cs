// Insight: whether those heard stand for all: who is short, by how many, whom to invite next; and the regulator's measures.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Insight.Heard;
using Hearth.Insight.Inviting;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Management.Demo;
using Hearth.Insight.Measures.Management.ImportFigures;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Published;
using Hearth.Insight.Public;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight;

public static class InsightModule
{
    public static IServiceCollection AddInsight(this IServiceCollection services)
    {
        services.AddScoped<WhoWasHeard>();
        services.AddScoped<InvitePlanner>();
        services.AddScoped<WardsHeard>();
        services.AddTables<InsightTables>();
        services.AddScoped<FigureReader>();
        services.AddScoped<KeepFigures>();
        services.AddScoped<ImportFigures>();
        services.AddScoped<ManagementReturn>();
        services.AddPerception();
        services.AddPublished();
        services.AddScoped<IDemoChapter, TellOfManagement>();
        services.AddMenuEntry(new MenuEntry("Who is heard", "/insight/who-is-heard", 50, MenuAudience.Officer, Section: "insight"));
        services.AddMenuEntry(new MenuEntry("Measures", "/insight/measures", 55, MenuAudience.Officer, Section: "measures"));
        services.AddLoopStop(LoopStop.Access, "/insight/who-is-heard");
        return services;
    }
}
