// Limits and looks: put on every query and every page.
using Hearth.People.Looks;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Limits;

internal static class SightParts
{
    public static void AddSight(this IServiceCollection services)
    {
        services.AddTables<LookTables>();
        services.AddScoped<IPersonalData, LooksHeld>();
        services.AddScoped<ChangeSight>();
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<KeepWithinSight>();
            mvc.Filters.Add<RecordLooks>();
        });
    }
}
