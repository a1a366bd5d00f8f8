// A signed-in tenant's own pages open in the language they told us, until they choose another on this device.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;

namespace Hearth.People.SignIn;

internal sealed class LanguageOfTenant(LanguageOnRecord languages) : IOwnLanguage
{
    public async ValueTask<string?> OfAsync(HttpContext http, CancellationToken stop) =>
        http.GetEndpoint()?.Metadata.GetMetadata<TenantOnlyAttribute>() is not null
        && Guid.TryParse(http.User.FindFirstValue(HearthClaims.Subject), out var person)
            ? await languages.OfAsync(person, stop)
            : null;
}
