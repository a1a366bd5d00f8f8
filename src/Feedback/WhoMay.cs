// Who may do what here: write and publish, or look after the people who wait. The pages themselves are barred by their access rules.
using System.Security.Claims;
using Hearth.Storage.Public;

namespace Hearth.Feedback;

internal static class WhoMay
{
    public static bool MayWrite(this ClaimsPrincipal user) => Is(user, Role.EngagementOfficer, Role.Manager);

    public static bool MaySeePeople(this ClaimsPrincipal user) => Is(user, Role.EngagementOfficer, Role.HousingOfficer);

    private static bool Is(ClaimsPrincipal user, params Role[] roles) => roles.Append(Role.Administrator).Any(role => user.IsInRole(role.ToString()));
}
