// How many took part is hidden from a councillor where it is under ten, so that nobody can be picked out.
using System.Security.Claims;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Loop.Public;
using Hearth.Storage.Public;

namespace Hearth.Loop;

internal static class SmallCounts
{
    private const int Least = 10;

    public static bool AreHiddenFrom(ClaimsPrincipal reader) =>
        !new[] { Role.Administrator, Role.EngagementOfficer, Role.HousingOfficer, Role.Manager }.Any(role =>
            reader.IsInRole(role.ToString())
        );

    public static bool Hides(ToldCount count, ClaimsPrincipal reader) => count.Took is > 0 and < Least && AreHiddenFrom(reader);

    /// <summary>"412 people took part", or the marker in place of the number.</summary>
    public static string TookPart(ToldCount count, ClaimsPrincipal reader) =>
        Hides(count, reader)
            ? $"{Marker.Hidden.Text} took part. {Marker.Hidden.Meaning}: fewer than {Least}"
            : $"{Words.People(count.Took)} took part";
}
