// Where to go after signing in: only ever a page of this site.
using Microsoft.AspNetCore.Mvc;

namespace Hearth.People.SignIn;

internal static class Going
{
    /// <summary>The address where it is ours, else the other.</summary>
    public static string To(this IUrlHelper url, string? then, string otherwise) =>
        !string.IsNullOrEmpty(then) && url.IsLocalUrl(then) ? then : otherwise;
}
