// Starts Hearth as it runs for tenants: on a port of its own, by the clock on the wall, without jobs in the background.
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hearth.Bench.Measuring;

internal static class Started
{
    public static Task<HearthApp> OnAsync(DatabaseKind kind, IReadOnlyDictionary<string, string?>? settings = null) =>
        HearthApp.StartAsync(kind, settings, Settle, listen: true);

    /// <summary>One more web node on the same database, with nothing in its memory.</summary>
    public static Task<HearthApp> AnotherAsync(HearthApp first) =>
        HearthApp.StartAsync(
            first.Database.Kind,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Hearth:Database"] = first.Database.File ?? first.Database.ConnectionString,
            },
            Settle,
            listen: true
        );

    private static void Settle(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        // nothing but the figures is printed
        services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            filters.Rules.Clear();
            filters.MinLevel = LogLevel.None;
        });
    }

    /// <summary>A client that follows nothing, keeps no cookies, and never has to wait for a connection.</summary>
    public static HttpClient Client(HearthApp hearth) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(hearth.Address),
            Timeout = TimeSpan.FromMinutes(2),
        };
}
