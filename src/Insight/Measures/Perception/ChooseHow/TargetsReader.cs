// Counts everyone there is by each characteristic: from the tenant list, from the homes that were asked, or as an officer typed them.
using System.Globalization;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.ChooseHow;

internal enum TargetsFrom
{
    /// <summary>Running tenancies of the stock today.</summary>
    TenantList,

    /// <summary>The homes that were asked, in the groups they were in on the day they were drawn.</summary>
    HomesAsked,

    /// <summary>Counts of the officer's own.</summary>
    Typed,
}

internal sealed class TargetsReader(Audience audience, SurveyReader surveys, DrawReader draws, Actor actor, TimeProvider time)
{
    /// <summary>Homes of a stock by their groups. Those asked count for the homes they were drawn for, where some were drawn likelier than others.</summary>
    public async Task<IReadOnlyList<(GroupFacts Facts, double Homes)>> HomesAsync(
        TargetsFrom from,
        StockType stock,
        IReadOnlyList<Candidate> chosen,
        CancellationToken stop
    )
    {
        // a figure of everyone, whatever part its reader sees
        using var all = actor.SeeAll();
        IEnumerable<(GroupFacts Facts, double Homes)> homes;
        if (from == TargetsFrom.TenantList)
        {
            homes = (await audience.CountedAsync(new AudienceFilter(), stop)).Select(home => (home.Facts, 1.0));
        }
        else
        {
            List<(GroupFacts, double)> asked = [];
            foreach (var one in chosen)
            {
                asked.AddRange(
                    await draws.FindAsync(one.Survey.Id, stop) is { IsUneven: true } draw
                        ? await draws.AskedAsync(draw, stop)
                        : (await surveys.TallyAsync(one.Survey.Id, stop)).Select(group => (group.Facts, (double)group.Asked))
                );
            }
            homes = asked;
        }
        return
        [
            .. homes.Where(home => MeasureAnswers.StockOf(home.Facts.Tenure) is { } of && (stock == StockType.Combined || of == stock)),
        ];
    }

    /// <summary>What homes come to by a characteristic, with every group that answered.</summary>
    public static TargetsOf Count(Characteristic by, IReadOnlyList<(GroupFacts Facts, double Homes)> homes, IEnumerable<string> answered)
    {
        var counts = homes
            .GroupBy(home => by.Of(home.Facts), home => home.Homes, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(), StringComparer.Ordinal);
        var groups = by.GroupsIn(counts.Keys.Concat(answered.Where(group => group != Inputs.Hidden)));
        return new(by.Name, by.Ordered, groups, [.. groups.Select(group => counts.GetValueOrDefault(group))]);
    }

    public string Say(TargetsFrom from) =>
        from switch
        {
            TargetsFrom.TenantList => $"the tenant list of {Words.Day(time.Today())}",
            TargetsFrom.HomesAsked => "the homes that were asked, as they were when they were drawn",
            _ => $"counts typed on {Words.Day(time.Today())}",
        };

    /// <summary>Reads lines like <c>Age, 16 to 24, 1459</c>; refusals name the line.</summary>
    public static (IReadOnlyList<TargetsOf> Targets, IReadOnlyList<HowRefusal> Refusals) Read(string? typed)
    {
        List<HowRefusal> refusals = [];
        Dictionary<Characteristic, List<(string Group, double Homes)>> found = [];
        foreach (var (at, line) in (typed ?? "").Split('\n').Index())
        {
            string[] cells = [.. line.Split(',').Select(cell => cell.Trim())];
            if (cells is [""])
            {
                continue;
            }
            if (cells.Length < 3)
            {
                refusals.Add(new LineIsNone(at + 1));
            }
            else if (Characteristic.Find(cells[0]) is not { } by)
            {
                refusals.Add(new CharacteristicUnknown(at + 1, cells[0]));
            }
            else if (!int.TryParse(string.Concat(cells[2..]), NumberStyles.None, CultureInfo.InvariantCulture, out var homes))
            {
                refusals.Add(new CountIsNone(at + 1, string.Join(',', cells[2..])));
            }
            else
            {
                if (!found.TryGetValue(by, out var groups))
                {
                    found.Add(by, groups = []);
                }
                if (groups.Exists(group => group.Group == cells[1]))
                {
                    refusals.Add(new GroupTwice(at + 1, by.Name, cells[1]));
                }
                groups.Add((cells[1], homes));
            }
        }
        if (found.Count == 0 && refusals.Count == 0)
        {
            refusals.Add(new NothingTyped());
        }
        return (
            [
                .. found.Select(one => new TargetsOf(
                    one.Key.Name,
                    one.Key.Ordered,
                    [.. one.Value.Select(group => group.Group)],
                    [.. one.Value.Select(group => group.Homes)]
                )),
            ],
            refusals
        );
    }
}
