// What the involvement record needs in the container.
using Hearth.DesignSystem.Public;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.TakingPart;

internal static class TakingPartParts
{
    public static void AddTakingPart(this IServiceCollection services)
    {
        services.AddTables<TakingPartTables>();
        services.AddScoped<IPersonalData, TakingPartHeld>();
        services.AddScoped<ChangeWays.ChangeWays>();
        services.AddScoped<NoteTime.NoteTime>();
        services.AddScoped<SeeWays.AskToTakePart>();
        services.AddScoped<SeeRecord.InvolvementRecord>();
        services.AddScoped<IDemoChapter, TellOfTakingPart>();
        services.AddMenuEntry(new MenuEntry("Ways to take part", "/take-part", 60, MenuAudience.Public, Section: "take-part"));
    }
}
