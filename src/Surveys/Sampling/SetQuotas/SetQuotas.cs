// Sets how many answers are wanted of each group of homes: its share of all that are wanted.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling.DrawSample;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.SetQuotas;

internal sealed class SetQuotas(HearthDb db, AuditTrail audit, Audience audience, PopulationReader population)
{
    public const int MostCells = 100;

    /// <summary>Homes by group, of those the survey speaks for: those that could be drawn, were asked, or will be.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CellsAsync(Survey survey, IReadOnlyList<Characteristic> by, CancellationToken stop)
    {
        var frame = await db.Set<FrameHome>()
            .Where(home => home.SurveyId == survey.Id)
            .GroupBy(home => new
            {
                home.Ward,
                home.Age,
                home.Tenure,
                home.HomeKind,
            })
            .Select(group => new { group.Key, Homes = group.Count() })
            .ToListAsync(stop);
        if (frame.Count > 0)
        {
            return Sum(
                frame.Select(group =>
                    (
                        string.Join(
                            Characteristics.Between,
                            by.Select(one =>
                                one switch
                                {
                                    Characteristic.Ward => group.Key.Ward,
                                    Characteristic.Age => group.Key.Age,
                                    Characteristic.Tenure => group.Key.Tenure,
                                    _ => group.Key.HomeKind,
                                }
                            )
                        ),
                        group.Homes
                    )
                )
            );
        }
        var left = await population.LeftOutAsync(survey.Id, stop);
        var homes = await audience.CountedAsync(WhoIsAsked.Read(survey.Audience), stop);
        return Sum(homes.Where(home => !left.ContainsKey(home.HouseholdId)).Select(home => (by.CellOf(home.Facts), 1)));
    }

    /// <summary>Sets them anew; those of before go.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(
        Guid id,
        IReadOnlyList<Characteristic> by,
        int wanted,
        CancellationToken stop = default
    )
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return [new SurveyNotFound()];
        }
        if (survey.Status == SurveyStatus.Closed)
        {
            return [new SurveyAlreadyClosed()];
        }
        if (by.Count == 0)
        {
            return [new QuotaBySomething()];
        }
        if (by.Distinct().Count() < by.Count)
        {
            return [new SameStrataTwice()];
        }
        var cells = await CellsAsync(survey, by, stop);
        var homes = cells.Values.Sum();
        if (homes == 0)
        {
            return [new NoHomesForQuotas()];
        }
        if (cells.Count > MostCells)
        {
            return [new TooManyCells(cells.Count)];
        }
        if (wanted > homes)
        {
            return [new MoreWantedThanHomes(homes)];
        }
        var before = await db.Set<Quota>().Where(quota => quota.SurveyId == id).ToListAsync(stop);
        var together = string.Join(',', by);
        // numbers typed for groups that stay are kept; of groups that go they stay in the record
        var kept = before
            .Where(quota => quota.IsTyped && quota.By == together && cells.ContainsKey(quota.Cell))
            .ToDictionary(quota => quota.Cell, StringComparer.Ordinal);
        var gone = before.Where(quota => quota.IsTyped && !kept.ContainsKey(quota.Cell)).ToList();
        var shares = QuotaShares.Of(cells, kept.Values.ToDictionary(quota => quota.Cell, quota => quota.Wanted), wanted);
        if (shares.Refused)
        {
            return shares.Refusals;
        }
        db.RemoveRange(before);
        db.AddRange(
            shares.Made!.Select(share =>
            {
                var typed = kept.GetValueOrDefault(share.Key);
                return new Quota
                {
                    SurveyId = id,
                    By = together,
                    Cell = share.Key,
                    Homes = cells[share.Key],
                    InAll = wanted,
                    Wanted = share.Value,
                    TypedBy = typed?.TypedBy,
                    TypedAt = typed?.TypedAt,
                };
            })
        );
        survey.Touch();
        audit.Write(
            "SetQuotas",
            "survey",
            id,
            $"{wanted} answers over {cells.Count} groups by {string.Join(" and ", by.Select(one => one.Name()))}"
                + (kept.Count == 0 ? "" : $"; typed and kept: {Said(kept.Values)}")
                + (gone.Count == 0 ? "" : $"; typed and gone: {Said(gone)}")
        );
        return await db.TrySaveAsync(stop);
    }

    public async Task<IReadOnlyList<Refusal>> ClearAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return [new SurveyNotFound()];
        }
        if (survey.Status == SurveyStatus.Closed)
        {
            return [new SurveyAlreadyClosed()];
        }
        var quotas = await db.Set<Quota>().Where(quota => quota.SurveyId == id).ToListAsync(stop);
        if (quotas.Count == 0)
        {
            return [];
        }
        db.RemoveRange(quotas);
        survey.Touch();
        var typed = quotas.Where(quota => quota.IsTyped).ToList();
        audit.Write("ClearQuotas", "survey", id, typed.Count == 0 ? null : $"typed and gone: {Said(typed)}");
        return await db.TrySaveAsync(stop);
    }

    private static string Said(IEnumerable<Quota> quotas) =>
        string.Join("; ", quotas.OrderBy(quota => quota.Cell, StringComparer.Ordinal).Select(quota => $"{quota.Cell}: {quota.Wanted}"));

    private static Dictionary<string, int> Sum(IEnumerable<(string Cell, int Homes)> homes) =>
        homes
            .GroupBy(home => home.Cell, StringComparer.Ordinal)
            .ToDictionary(cell => cell.Key, cell => cell.Sum(home => home.Homes), StringComparer.Ordinal);
}
