// When a session began. The cookie slides with use; this does not, so that a copied cookie ends with the session it was copied from.
using System.Globalization;
using System.Security.Claims;

namespace Hearth.People.SignIn;

internal static class SessionBegan
{
    /// <summary>A working day, and no more.</summary>
    public static readonly TimeSpan LongestForStaff = TimeSpan.FromHours(12);
    public static readonly TimeSpan LongestForTenants = TimeSpan.FromHours(2);

    private const string Name = "began";

    public static Claim At(DateTimeOffset instant) => new(Name, instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>The claim that goes on into a renewed cookie; null where the cookie has none.</summary>
    public static Claim? Of(ClaimsPrincipal? principal) => principal?.FindFirst(Name) is { } claim ? new Claim(Name, claim.Value) : null;

    /// <summary>True where the session has lasted its time, or does not say when it began.</summary>
    public static bool IsOver(ClaimsPrincipal? principal, TimeSpan longest, DateTimeOffset now) =>
        !long.TryParse(principal?.FindFirstValue(Name), CultureInfo.InvariantCulture, out var began)
        || DateTimeOffset.FromUnixTimeSeconds(began) + longest <= now;
}
