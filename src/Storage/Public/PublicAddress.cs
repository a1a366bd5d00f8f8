// Where tenants and staff reach Hearth: the start of every link in a letter, a message or a terminal.
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hearth.Storage.Public;

public sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>As the landlord set it (<c>Hearth:PublicAddress</c>), without a slash at its end; null where nothing is set.</summary>
    public string? Set => configuration["Hearth:PublicAddress"]?.Trim().TrimEnd('/') is { Length: > 0 } set ? set : null;

    /// <summary>As set, else as this request came. A request's own host is whatever its sender wrote: a landlord with real tenants sets the address.</summary>
    public string Of(HttpRequest request) => Set ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
}
