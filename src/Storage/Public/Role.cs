// Who may do what: the roles of staff, and the rules a page puts on itself.
using Microsoft.AspNetCore.Authorization;

namespace Hearth.Storage.Public;

public enum Role
{
    Administrator,
    EngagementOfficer,
    HousingOfficer,
    Manager,
    Councillor,
}

/// <summary>The two ways to be signed in; a staff session never opens a tenant's page, nor the other way round.</summary>
public static class SignInSchemes
{
    public const string Staff = "Hearth.Staff";
    public const string Tenant = "Hearth.Tenant";
}

/// <summary>Claims that Hearth's cookies carry beside the name.</summary>
public static class HearthClaims
{
    /// <summary>Id of the tenant (person) or of the staff account.</summary>
    public const string Subject = "sub";

    /// <summary>Id of a patch that this member of staff is limited to; one claim for each.</summary>
    public const string Patch = "patch";

    /// <summary>Id of a ward that this member of staff is limited to; one claim for each.</summary>
    public const string Ward = "ward";
}

/// <summary>The page is for signed-in staff in one of these roles. An administrator is always let in; no role named means any member of staff.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffOnlyAttribute : AuthorizeAttribute
{
    public StaffOnlyAttribute(params Role[] roles)
    {
        AuthenticationSchemes = SignInSchemes.Staff;
        Roles = string.Join(',', roles.Length == 0 ? Enum.GetValues<Role>() : roles.Append(Role.Administrator).Distinct());
    }
}

/// <summary>The page is for a signed-in tenant.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TenantOnlyAttribute : AuthorizeAttribute
{
    public TenantOnlyAttribute() => AuthenticationSchemes = SignInSchemes.Tenant;
}
