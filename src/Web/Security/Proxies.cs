// Behind a proxy every visitor would seem to come from the proxy: what it says of them is believed, but only of proxies the landlord named.
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hearth.Web.Security;

internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services, IReadOnlyList<string> trusted) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
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
