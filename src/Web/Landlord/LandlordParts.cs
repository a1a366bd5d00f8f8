// Puts the settings before the configuration as the source of the landlord's look.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.Web.Landlord;

internal static class LandlordParts
{
    public static void AddLandlord(this IServiceCollection services)
    {
        var configured = services.Last(service => service.ServiceType == typeof(ILandlord));
        services.Remove(configured);
        services.AddKeyedSingleton(typeof(ILandlord), LandlordInDatabase.Configured, configured.ImplementationType!);
        services.AddSingleton<LandlordInDatabase>();
        services.AddSingleton<ILandlord>(provider => provider.GetRequiredService<LandlordInDatabase>());
        services.AddHostedService(provider => provider.GetRequiredService<LandlordInDatabase>());
        services.AddScoped<ChangeLook.ChangeLook>();
        services.AddScoped<IDemoChapter, DemoLook>();
        services.AddMenuEntry(
            new MenuEntry(
                "Name and colours",
                "/settings/landlord",
                10,
                MenuAudience.Settings,
                user => user.IsInRole(nameof(Role.Administrator))
            )
            {
                Says = "The landlord’s name, logo and colours, as tenants see them.",
            }
        );
    }

    /// <summary>The logo, where it is a picture and not a drawing.</summary>
    public static void MapLandlord(this WebApplication app) =>
        app.MapGet(
                Logo.PngPath,
                (LandlordInDatabase landlord, HttpContext http) =>
                {
                    if (landlord.Stored?.LogoPng is not { } png)
                    {
                        return Results.NotFound();
                    }
                    http.Response.Headers.CacheControl = "public, max-age=86400";
                    return Results.Bytes(Convert.FromBase64String(png), "image/png");
                }
            )
            .AllowAnonymous();
}
