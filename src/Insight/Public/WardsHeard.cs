// For the officer's first page: which wards have told us least of late.
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Public;

/// <summary>One ward.</summary>
/// <param name="Ward">Its name.</param>
/// <param name="Homes">Homes with a running tenancy.</param>
/// <param name="Heard">Those that took part in anything.</param>
/// <param name="In100">Heard of every 100, rounded.</param>
/// <param name="Short">Homes in 100 fewer than in all wards together; 0 where it has as many or more.</param>
public sealed record WardHeard(string Ward, int Homes, int Heard, int In100, int Short);

/// <summary>All wards, those heard least first.</summary>
/// <param name="Since">The first day counted.</param>
/// <param name="Homes">All homes, those with no known ward among them.</param>
/// <param name="Heard">Those that took part in anything.</param>
/// <param name="In100">Heard of every 100; null while there are no homes.</param>
public sealed record HomesHeardByWard(DateOnly Since, int Homes, int Heard, int? In100, IReadOnlyList<WardHeard> Wards);

public sealed class WardsHeard(LoopLedger ledger, Audience audience)
{
    /// <summary>Counts homes that took part in anything since this day, each once, by the ward they are in today.</summary>
    public async Task<HomesHeardByWard> ReadAsync(DateOnly since, CancellationToken stop = default)
    {
        var start = since.StartInLondon();
        var parts = await ledger
            .Participations.Where(part => part.At >= start)
            .Select(part => new { part.HouseholdId, part.PersonId })
            .Distinct()
            .ToListAsync(stop);
        var heard = parts.Where(part => part.HouseholdId is not null).Select(part => part.HouseholdId!.Value).ToHashSet();
        // who took part as themself, a panel member for one, is found through their home
        Guid[] people =
        [
            .. parts.Where(part => part.HouseholdId is null && part.PersonId is not null).Select(part => part.PersonId!.Value).Distinct(),
        ];
        heard.UnionWith((await audience.ForPeopleAsync(people, stop)).Values.Select(person => person.HouseholdId));

        var everyone = await audience.CountedAsync(new AudienceFilter(), stop);
        var all = InHundred(everyone.Count(member => heard.Contains(member.HouseholdId)), everyone.Count);
        return new HomesHeardByWard(
            since,
            everyone.Count,
            everyone.Count(member => heard.Contains(member.HouseholdId)),
            all,
            [
                .. everyone
                    .Where(member => member.Facts.Ward != GroupFacts.Unknown)
                    .GroupBy(member => member.Facts.Ward)
                    .Select(ward =>
                    {
                        var (homes, spoke) = (ward.Count(), ward.Count(member => heard.Contains(member.HouseholdId)));
                        var share = InHundred(spoke, homes) ?? 0;
                        return new WardHeard(ward.Key, homes, spoke, share, Math.Max(0, (all ?? 0) - share));
                    })
                    .OrderBy(ward => (double)ward.Heard / ward.Homes)
                    .ThenBy(ward => ward.Ward, StringComparer.Ordinal),
            ]
        );
    }

    private static int? InHundred(int part, int whole) => (int?)Rounding.Percentage(part, whole, decimals: 0);
}
