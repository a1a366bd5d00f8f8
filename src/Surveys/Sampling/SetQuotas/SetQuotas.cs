// Sets how many answers are wanted of each group of homes: its share of all that are wanted.
using Hearth.People.Public;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling.DrawSample;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.SetQuotas;

internal sealed record QuotaBySomething() : Refusal("Choose what the groups are made by", "First");

internal sealed record TooManyCells(int Cells)
    : Refusal($"That makes {Cells:N0} groups. Choose fewer: at most {SetQuotas.MostCells}", "Second");

internal sealed record MoreWantedThanHomes(int Homes) : Refusal($"There are {Homes:N0} homes. Enter that many answers or fewer", "Wanted");

internal sealed record NoHomesForQuotas() : Refusal("No home matches: there is nobody to set a quota for");

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
        string[] names = [.. cells.Keys.Order(StringComparer.Ordinal)];
        var shares = Rounding.LargestRemainder([.. names.Select(name => cells[name])], wanted);
        db.RemoveRange(await db.Set<Quota>().Where(quota => quota.SurveyId == id).ToListAsync(stop));
        db.AddRange(
            names.Select(
                (name, at) =>
                    new Quota
                    {
                        SurveyId = id,
                        By = string.Join(',', by),
                        Cell = name,
                        Homes = cells[name],
                        Wanted = shares[at],
                    }
            )
        );
        survey.Touch();
        audit.Write(
            "SetQuotas",
            "survey",
            id,
            $"{wanted} answers over {names.Length} groups by {string.Join(" and ", by.Select(one => one.Name()))}"
        );
        return await db.TrySaveAsync(stop);
    }

    public async Task<IReadOnlyList<Refusal>> ClearAsync(Guid id, CancellationToken stop = default)
    {
        db.RemoveRange(await db.Set<Quota>().Where(quota => quota.SurveyId == id).ToListAsync(stop));
        audit.Write("ClearQuotas", "survey", id);
        return await db.TrySaveAsync(stop);
    }

    private static Dictionary<string, int> Sum(IEnumerable<(string Cell, int Homes)> homes) =>
        homes
            .GroupBy(home => home.Cell, StringComparer.Ordinal)
            .ToDictionary(cell => cell.Key, cell => cell.Sum(home => home.Homes), StringComparer.Ordinal);
}
