// Who may do what here: write and publish, or look after the people who wait. The pages themselves are barred by their access rules.
using System.Security.Claims;
using Hearth.Feedback.WhatChanged;
using Hearth.Storage.Public;

namespace Hearth.Feedback;

internal static class WhoMay
{
    public static bool MayWrite(this ClaimsPrincipal user) => Is(user, Role.EngagementOfficer, Role.Manager);

    public static bool MaySeePeople(this ClaimsPrincipal user) => Is(user, Role.EngagementOfficer, Role.HousingOfficer);

    /// <summary>What people wrote when they were asked back, without a name.</summary>
    public static bool MaySeeWords(this ClaimsPrincipal user) => Is(user, Role.EngagementOfficer, Role.HousingOfficer, Role.Manager);

    /// <summary>A councillor does not see a number small enough to point at a person.</summary>
    public static bool IsSmall(this ClaimsPrincipal user, int took) =>
        took is > 0 and < PublicAnswers.Fewest && !Is(user, Role.EngagementOfficer, Role.HousingOfficer, Role.Manager);

    private static bool Is(ClaimsPrincipal user, params Role[] roles) =>
        roles.Append(Role.Administrator).Any(role => user.IsInRole(role.ToString()));
}
