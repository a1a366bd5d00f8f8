// What Insight may know of how a survey's homes were drawn: each stratum's homes and how many of them were asked, and which stratum a home that answered is of.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Public;

/// <summary>A stratum of a draw.</summary>
/// <param name="Name">Its group of each characteristic, in their order: “Fennside, 16 to 34”; empty where there are no strata.</param>
/// <param name="Homes">Homes that could be drawn.</param>
/// <param name="Asked">Of them, drawn in the sample or in a part of the reserve that was released, whether they could be reached or not.</param>
public sealed record DrawnStratum(string Name, int Homes, int Asked)
{
    /// <summary>How many homes each that was asked stands for; 0 where none was.</summary>
    public double StoodFor => Asked == 0 ? 0 : (double)Homes / Asked;
}

/// <summary>How an answer's home is known to the draw.</summary>
public enum HomeInDraw
{
    /// <summary>It was drawn, and is counted in its stratum.</summary>
    Drawn,

    /// <summary>It has no line in the frame any more, as its person was forgotten: its stratum is the one its groups name.</summary>
    ByItsGroups,

    /// <summary>It was not drawn, or nothing says of which stratum it is.</summary>
    NotDrawn,
}

/// <summary>The draw of one survey.</summary>
public sealed class DrawOfSurvey
{
    private readonly IReadOnlyList<Characteristic> by;
    private readonly IReadOnlyDictionary<Guid, (string Stratum, bool Asked)> homes;
    private readonly Dictionary<string, int> numbers;

    internal DrawOfSurvey(
        Guid surveyId,
        IReadOnlyList<Characteristic> by,
        IReadOnlyList<DrawnStratum> strata,
        int parts,
        IReadOnlyDictionary<Guid, (string Stratum, bool Asked)> homes
    )
    {
        (SurveyId, this.by, Strata, this.homes) = (surveyId, by, strata, homes);
        numbers = strata.Index().ToDictionary(one => one.Item.Name, one => one.Index, StringComparer.Ordinal);
        var (all, asked) = (strata.Sum(one => (double)one.Homes), strata.Sum(one => (double)one.Asked));
        // each part is shared out in whole homes, so that a stratum may be one off in each
        IsUneven = strata.Any(one => Math.Abs(one.Asked - (asked * one.Homes / all)) > parts);
    }

    public Guid SurveyId { get; }

    /// <summary>“Ward”, “Age”…</summary>
    public IReadOnlyList<string> StrataBy => [.. by.Select(one => one.Name())];

    /// <summary>By name.</summary>
    public IReadOnlyList<DrawnStratum> Strata { get; }

    /// <summary>Homes of some strata were likelier to be asked than others, by more than sharing out whole homes explains.</summary>
    public bool IsUneven { get; }

    /// <summary>The stratum of a home that answered, as a number into <see cref="Strata"/>; −1 where it was not drawn.</summary>
    /// <param name="household">The home.</param>
    /// <param name="facts">The groups its answer is counted in.</param>
    public (int Stratum, HomeInDraw How) Find(Guid household, GroupFacts facts)
    {
        if (homes.TryGetValue(household, out var home))
        {
            return home.Asked ? (numbers[home.Stratum], HomeInDraw.Drawn) : (-1, HomeInDraw.NotDrawn);
        }
        return numbers.TryGetValue(by.CellOf(facts), out var stratum) && Strata[stratum].Asked > 0
            ? (stratum, HomeInDraw.ByItsGroups)
            : (-1, HomeInDraw.NotDrawn);
    }
}

public sealed class DrawReader(HearthDb db, Actor actor)
{
    /// <summary>The draw of a survey; null where every home was asked, or all by one lot without strata.</summary>
    public async Task<DrawOfSurvey?> FindAsync(Guid surveyId, CancellationToken stop = default)
    {
        using var all = actor.SeeAll();
        var sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(one => one.SurveyId == surveyId && !one.Census, stop);
        if (sample is null || sample.StrataBy.Count == 0)
        {
            return null;
        }
        var released = await db.Set<ReleasedReserve>()
            .Where(part => part.SurveyId == surveyId)
            .Select(part => part.Number)
            .ToListAsync(stop);
        released.Add(0);
        var strata = await db.Set<FrameHome>()
            .Where(home => home.SurveyId == surveyId)
            .GroupBy(home => new { home.Stratum, home.Replicate })
            .Select(group => new { group.Key, Homes = group.Count() })
            .ToListAsync(stop);
        var answered = await (
            from response in db.Set<Response>()
            where response.SurveyId == surveyId
            join home in db.Set<FrameHome>()
                on new { response.SurveyId, response.HouseholdId } equals new { home.SurveyId, home.HouseholdId }
            select new
            {
                home.HouseholdId,
                home.Stratum,
                home.Replicate,
            }
        ).ToListAsync(stop);
        return new(
            surveyId,
            sample.By,
            [
                .. strata
                    .GroupBy(part => part.Key.Stratum, StringComparer.Ordinal)
                    .OrderBy(stratum => stratum.Key, StringComparer.Ordinal)
                    .Select(stratum => new DrawnStratum(
                        stratum.Key,
                        stratum.Sum(part => part.Homes),
                        stratum.Where(part => part.Key.Replicate is { } number && released.Contains(number)).Sum(part => part.Homes)
                    )),
            ],
            released.Count,
            answered
                .DistinctBy(home => home.HouseholdId)
                .ToDictionary(home => home.HouseholdId, home => (home.Stratum, home.Replicate is { } number && released.Contains(number)))
        );
    }

    /// <summary>The homes that were asked, by their groups, each counted as so many homes as it was drawn for.</summary>
    public async Task<IReadOnlyList<(GroupFacts Facts, double Homes)>> AskedAsync(DrawOfSurvey draw, CancellationToken stop = default)
    {
        using var all = actor.SeeAll();
        var asked = await (
            from invitation in db.Set<Invitation>()
            where invitation.SurveyId == draw.SurveyId
            join home in db.Set<FrameHome>()
                on new { invitation.SurveyId, invitation.HouseholdId } equals new { home.SurveyId, home.HouseholdId }
            group invitation by new
            {
                home.Stratum,
                invitation.Ward,
                invitation.Neighbourhood,
                invitation.Patch,
                invitation.Tenure,
                invitation.Locality,
                invitation.AgeBand,
                invitation.HomeKind,
            } into cell
            select new { cell.Key, Count = cell.Count() }
        ).ToListAsync(stop);
        var stoodFor = draw.Strata.ToDictionary(stratum => stratum.Name, stratum => stratum.StoodFor, StringComparer.Ordinal);
        return
        [
            .. asked.Select(cell =>
                (
                    new GroupFacts(
                        cell.Key.Ward,
                        cell.Key.Neighbourhood,
                        cell.Key.Patch,
                        cell.Key.Tenure,
                        cell.Key.Locality,
                        cell.Key.AgeBand
                    )
                    {
                        HomeKind = cell.Key.HomeKind,
                    },
                    cell.Count * stoodFor[cell.Key.Stratum]
                )
            ),
        ];
    }
}
