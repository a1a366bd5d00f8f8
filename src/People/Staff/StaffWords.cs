// Roles as people say them.
using Hearth.Storage.Public;

namespace Hearth.People.Staff;

internal static class StaffWords
{
    private static readonly System.Globalization.CultureInfo English = System.Globalization.CultureInfo.GetCultureInfo("en-GB");

    public static string Of(Role role) =>
        role switch
        {
            Role.Administrator => "administrator",
            Role.EngagementOfficer => "engagement officer",
            Role.HousingOfficer => "housing officer",
            Role.Manager => "manager",
            Role.Councillor => "councillor",
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    public static string Of(IEnumerable<Role> roles) => string.Join(" and ", roles.Select(Of));

    /// <summary>“12 November 2026, 9.05am”, by an English clock.</summary>
    public static string Day(DateTimeOffset at) =>
        at.InLondon()
            .ToString("d MMMM yyyy, h.mmtt", English)
            .Replace("AM", "am", StringComparison.Ordinal)
            .Replace("PM", "pm", StringComparison.Ordinal);

    /// <summary>What the role is for, on the page where it is given.</summary>
    public static string What(Role role) =>
        role switch
        {
            Role.Administrator => "Invites staff, sets the landlord’s name and colours, and opens every page",
            Role.EngagementOfficer => "Looks after tenants’ details, writes surveys, sees who is heard, and answers what was said",
            Role.HousingOfficer => "Sees who is heard and what came of it, and notes whom they have told",
            Role.Manager => "Sees every result, answers what was said, and reads the record of who did what",
            Role.Councillor => "Sees results and what came of them",
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
}
