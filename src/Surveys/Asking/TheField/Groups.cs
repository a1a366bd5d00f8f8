// Groups of those a survey speaks for: answers so far, what is needed of each, and what will be there on the last day.
using System.Globalization;
using Hearth.DesignSystem.Public.Charts;
using Hearth.People.Public;
using Hearth.Statistics;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;

namespace Hearth.Surveys.Asking.TheField;

/// <summary>One group: how many answers, and how many its share of the needed ones is.</summary>
/// <param name="Behind">Answers fewer than its share of the answers so far, while more may come; null where only what is needed counts.</param>
/// <param name="Expected">Answers on the last day; null where nothing is projected.</param>
/// <param name="IsTyped">Somebody typed the number needed.</param>
internal sealed record GroupProgress(
    string Name,
    int Asked,
    int SoFar,
    int Needed,
    int? Behind,
    bool IsUnknown,
    int? Expected = null,
    bool IsTyped = false
)
{
    /// <summary>Beside what else is said of it.</summary>
    public const string TypedWords = "set by hand";

    /// <summary>Answers fewer than are needed of it.</summary>
    public int Short => Math.Max(0, Needed - SoFar);

    /// <summary>Answers missing: on the last day where that is projected, else of its share today, else of what was needed.</summary>
    public int Missing => Expected is { } expected ? Math.Max(0, Needed - expected) : Behind ?? Short;
}

/// <param name="By">The last day, as the heading of the column has it: “By 18 Dec”; null where nothing is projected.</param>
internal sealed record GroupSection(string Title, string RowTitle, IReadOnlyList<GroupProgress> Groups, string? By)
{
    /// <summary>The groups where there are several to compare: one alone says no more than the whole.</summary>
    public IReadOnlyList<GroupProgress> Compared => Groups.Count(group => !group.IsUnknown) > 1 ? Groups : [];

    /// <summary>Too many to read at a glance: folded away.</summary>
    public bool IsLong => Groups.Count > 12;

    public Targets AsTargets(string by) =>
        new(
            $"{Title}: answers so far, needed and expected",
            RowTitle,
            [
                .. Groups.Select(group => new Target(
                    group.Name,
                    group.SoFar,
                    group.Needed,
                    group.Expected,
                    Remark: (
                        group.Asked == 0
                            ? "Nobody asked yet"
                            : $"{group.Asked:N0} asked, {Rounding.Percentage(group.SoFar, group.Asked, 0):0} in 100 answered"
                    ) + (group.IsTyped ? $"; {GroupProgress.TypedWords}" : ""),
                    NoTarget: group.IsUnknown
                )),
            ],
            by
        );
}

/// <summary>What groups are told by.</summary>
/// <param name="Tally">Asked and answered.</param>
/// <param name="Lately">Those who answered on the whole days that the projection goes by.</param>
/// <param name="Ahead">Null where nothing is projected.</param>
/// <param name="Open">More answers may come.</param>
internal sealed record GroupsInTheField(IReadOnlyList<GroupTally> Tally, IReadOnlyList<GroupFacts> Lately, Projection? Ahead, bool Open)
{
    private static readonly StringComparer English = StringComparer.Create(Culture.English, CompareOptions.IgnoreCase);

    /// <param name="of">The group of a home.</param>
    /// <param name="required">Answers needed in all.</param>
    /// <param name="homes">Homes of each group that the survey speaks for; null: those asked.</param>
    /// <param name="order">Their order; by name where null.</param>
    public List<GroupProgress> Progress(
        Func<GroupFacts, string> of,
        int required,
        IReadOnlyDictionary<string, int>? homes = null,
        IReadOnlyList<string>? order = null
    )
    {
        var asked = Sum(of, row => row.Asked);
        var answered = Sum(of, row => row.Answered);
        var counts = (homes?.Keys ?? asked.Keys)
            .Union(asked.Keys)
            .Select(name => new GroupCount(
                name,
                homes is null ? asked[name] : homes.GetValueOrDefault(name),
                answered.GetValueOrDefault(name),
                IsUnknown(name)
            ))
            .OrderBy(group => group.IsUnknown)
            .ThenBy(group => order?.ToList().IndexOf(group.Name) ?? 0)
            .ThenBy(group => group.Name, English)
            .ToList();
        var shares = Rounding.LargestRemainder([.. counts.Select(group => group.Population)], required);
        var compared = Representativeness.Compare(counts);
        var lately = Lately.CountBy(of).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. counts.Select(
                (group, at) =>
                    new GroupProgress(
                        group.Name,
                        asked.GetValueOrDefault(group.Name),
                        group.Observed,
                        shares[at],
                        Open ? compared.Groups[at].Shortfall : null,
                        group.IsUnknown,
                        Expected(group.Observed, lately.GetValueOrDefault(group.Name), asked.GetValueOrDefault(group.Name))
                    )
            ),
        ];
    }

    /// <summary>Groups with a number of answers wanted of each; while more may come, one is behind where the answers so far would give it more by that number.</summary>
    public List<GroupProgress> Wanted(Func<GroupFacts, string> of, IReadOnlyList<(string Name, int Wanted, bool IsTyped)> quotas)
    {
        var asked = Sum(of, row => row.Asked);
        var answered = Sum(of, row => row.Answered);
        var lately = Lately.CountBy(of).ToDictionary(StringComparer.Ordinal);
        int[] here = [.. quotas.Select(quota => answered.GetValueOrDefault(quota.Name))];
        var shares = Rounding.LargestRemainder([.. quotas.Select(quota => quota.Wanted)], here.Sum());
        return
        [
            .. quotas.Select(
                (quota, at) =>
                {
                    var invited = asked.GetValueOrDefault(quota.Name);
                    return new GroupProgress(
                        quota.Name,
                        invited,
                        here[at],
                        quota.Wanted,
                        Open ? Math.Max(0, shares[at] - here[at]) : null,
                        // whoever typed a number for those of whom nothing is known means it
                        IsUnknown(quota.Name) && !quota.IsTyped,
                        Expected(here[at], lately.GetValueOrDefault(quota.Name), invited),
                        quota.IsTyped
                    );
                }
            ),
        ];
    }

    // also a part of two: “Fennside, Not known”
    private static bool IsUnknown(string name) => name.Split(Characteristics.Between).Contains(GroupFacts.Unknown);

    // the same straight line as of all, from this group's own answers; no more can answer than were asked
    private int? Expected(int soFar, int lately, int asked) =>
        Ahead is { } ahead
            ? (int)
                Math.Round(
                    Math.Clamp(soFar + (ahead.DaysLeft * (double)lately / ahead.Days), soFar, Math.Max(asked, soFar)),
                    MidpointRounding.AwayFromZero
                )
            : null;

    private Dictionary<string, int> Sum(Func<GroupFacts, string> of, Func<GroupTally, int> count) =>
        Tally
            .GroupBy(row => of(row.Facts), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(count), StringComparer.Ordinal);
}
