// Behind a proxy every visitor would seem to come from the proxy: what it says of them is believed, but only of proxies the landlord named.
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hearth.Web.Security;

internal static partial class Proxies
{
    /// <summary>With an https address and no proxy named, every visitor may seem to be one: limits on wrong codes would then hold for all together.</summary>
    public static void WarnOfUnnamedProxy(this WebApplication app, HearthOptions options)
    {
        if (options.Https && options.TrustedProxies.Count == 0)
        {
            app.Logger.ProxyNotNamed();
        }
    }

    /// <summary>A site whose own address is https is https, though a proxy may speak http to it: its cookies are for https alone.</summary>
    public static void UseItsOwnScheme(this WebApplication app, HearthOptions options)
    {
        if (options.Https)
        {
            app.Use(
                (context, next) =>
                {
                    context.Request.Scheme = Uri.UriSchemeHttps;
                    return next(context);
                }
            );
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "Hearth:PublicAddress is https and Hearth:TrustedProxies names no proxy. If one stands before Hearth, name it: else all visitors count as one, and wrong codes of a few stop everybody."
    )]
    private static partial void ProxyNotNamed(this ILogger log);

    public static void AddProxies(this IServiceCollection services, IReadOnlyList<string> trusted) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                trusted.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in trusted)
            {
                if (proxy.Contains('/', StringComparison.Ordinal))
                {
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                }
                else
                {
                    options.KnownProxies.Add(IPAddress.Parse(proxy));
                }
            }
        });
}
