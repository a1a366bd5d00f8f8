// Loop: who took part in what, and what came from what. heard → found → recommended → decided → done → told. It knows who spoke, never what they said.
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Loop.Forgetting;
using Hearth.Loop.Public;
using Hearth.Loop.Story;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Loop;

public static class LoopModule
{
    public static IServiceCollection AddLoop(this IServiceCollection services)
    {
        services.AddTables<LoopTables>();
        services.AddScoped<LoopLedger>();
        services.AddScoped<LoopGlance>();
        services.AddScoped<StoryReader>();
        services.AddScoped<IPersonalData, PersonInTheLoop>();
        services.AddScoped<IKeptFor, OldParticipations>();
        // for those who may not open the page that a module names for it
        services.AddLoopStop(LoopStop.CollectViews, $"/loop?stop={LoopStop.CollectViews}");
        return services;
    }

    /// <summary>A module names a kind of thing that has a place in the ring.</summary>
    public static IServiceCollection AddLoopKind(this IServiceCollection services, string kind, string name, LoopStop stop) =>
        services.AddSingleton(new LoopKind(kind, name, stop));
}
