// Which counts a councillor is not shown.
using System.Security.Claims;
using Hearth.People.Public;
using Hearth.Statistics;
using Hearth.Storage.Public;

namespace Hearth.Insight.Heard;

internal static class SmallNumbers
{
    /// <summary>
    /// Counts from 1 to 9 are hidden, with what would give them away. Noughts are shown: there is nobody in them to protect, what anyone said is not
    /// on this page, and "nobody under 35 was heard" is what it is for.
    /// </summary>
    private static readonly SuppressionRule Rule = new(ShowZeros: true);

    /// <summary>A councillor sees protected numbers; those who work with tenants see them all.</summary>
    public static bool AreShownTo(ClaimsPrincipal reader) =>
        new[] { Role.Administrator, Role.EngagementOfficer, Role.HousingOfficer, Role.Manager }.Any(role =>
            reader.IsInRole(role.ToString())
        );

    /// <summary>Whether a total standing alone is hidden.</summary>
    public static bool IsHidden(int total) => Suppression.ProtectList([total], Rule).Total.IsHidden;

    /// <summary>Which of the groups are hidden, for these people.</summary>
    public static bool[] Hidden(Grouping by, IReadOnlyList<string> groups, IReadOnlyList<GroupFacts> people)
    {
        // A ward lies in the city or in the country: whoever knows which could subtract the wards shown from the locality, so the two are protected together.
        if (by == Grouping.Ward || by == Grouping.Locality)
        {
            var localities = by == Grouping.Locality ? groups : Grouping.Locality.GroupsIn(people);
            var wards = by == Grouping.Ward ? groups : Grouping.Ward.GroupsIn(people);
            var counted = people.CountBy(facts => (facts.Locality, facts.Ward)).ToDictionary();
            var table = Suppression.ProtectTable(
                [
                    .. localities.Select(locality =>
                        (IReadOnlyList<int>)[.. wards.Select(ward => counted.GetValueOrDefault((locality, ward)))]
                    ),
                ],
                Rule
            );
            return [.. (by == Grouping.Ward ? table.ColumnTotals : table.RowTotals).Select(count => count.IsHidden)];
        }
        var counts = people.CountBy(by.GroupOf).ToDictionary();
        return
        [
            .. Suppression
                .ProtectList([.. groups.Select(group => counts.GetValueOrDefault(group))], Rule)
                .Counts.Select(count => count.IsHidden),
        ];
    }
}
