// Finds the stylesheet and scripts whether Hearth runs from the build, from a test or from a published folder.
namespace Hearth.Web;

internal static class StaticFiles
{
    private static readonly string[] Names = ["hearth", "Hearth.Web"];

    public static void Find(WebApplicationBuilder builder)
    {
        if (Manifest("staticwebassets.runtime.json") is { } runtime)
        {
            builder.WebHost.UseSetting(WebHostDefaults.StaticWebAssetsKey, runtime);
            builder.WebHost.UseStaticWebAssets();
        }
    }

    public static void Map(WebApplication app)
    {
        if (Manifest("staticwebassets.endpoints.json") is { } endpoints)
        {
            app.MapStaticAssets(endpoints).AllowAnonymous();
        }
    }

    private static string? Manifest(string ending) =>
        Names.Select(name => Path.Combine(AppContext.BaseDirectory, $"{name}.{ending}")).FirstOrDefault(File.Exists);
}
