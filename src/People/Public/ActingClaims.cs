// What a tenant's session carries while an officer acts for them.
namespace Hearth.People.Public;

public static class ActingClaims
{
    /// <summary>Id of the officer's account.</summary>
    public const string Staff = "acting-staff";

    /// <summary>The officer's name.</summary>
    public const string StaffName = "acting-staff-name";

    /// <summary>The person's name, for the band on every page.</summary>
    public const string Person = "acting-person";

    /// <summary>When it ends by itself: seconds since 1970, UTC.</summary>
    public const string Until = "acting-until";
}
