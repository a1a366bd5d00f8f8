// Insight: whether those heard stand for all: who is short, by how many, whom to invite next.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Insight.Heard;
using Hearth.Insight.Inviting;
using Hearth.Insight.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight;

public static class InsightModule
{
    public static IServiceCollection AddInsight(this IServiceCollection services)
    {
        services.AddScoped<WhoWasHeard>();
        services.AddScoped<InvitePlanner>();
        services.AddScoped<WardsHeard>();
        services.AddMenuEntry(new MenuEntry("Who is heard", "/insight/who-is-heard", 50, MenuAudience.Officer, Section: "insight"));
        services.AddLoopStop(LoopStop.Access, "/insight/who-is-heard");
        return services;
    }
}
