// Who may change a reporting year; everybody else on the staff reads it.
using System.Security.Claims;
using Hearth.Storage.Public;

namespace Hearth.Insight.Measures;

internal static class WhoWrites
{
    private static readonly Role[] Roles = [Role.Administrator, Role.EngagementOfficer, Role.Manager];

    public static bool MayWriteMeasures(this ClaimsPrincipal user) => Array.Exists(Roles, role => user.IsInRole(role.ToString()));
}
