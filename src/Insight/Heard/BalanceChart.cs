// A comparison as the design system draws it: bars against a tick, cards of who is short, and the table of the figures.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Insight.Inviting;
using Hearth.Statistics;

namespace Hearth.Insight.Heard;

internal static class BalanceChart
{
    /// <summary>The bars.</summary>
    public static Comparison Bars(Balance balance)
    {
        var sides = balance
            .Sides.Select(side => new ComparedSide(
                side.Who.Words.Name,
                side.Who.Words.Among,
                side.Total ?? 0,
                side.Total is null ? Marker.Hidden : null
            ))
            .ToList();
        return new Comparison(
            Finding.Of(balance),
            $"{balance.By.Title}: {balance.Whole}, {string.Join(" and ", balance.Sides.Select(s => Lower(s.Who.Words.Name)))}",
            balance.By.RowTitle,
            sides[0],
            sides.Count > 1 ? sides[1] : null,
            [
                .. balance
                    .Groups.Where(group => !group.IsEmpty)
                    .Select(group => new ComparedGroup(
                        group.Name,
                        group.Population ?? 0,
                        Rounding.Percentage(group.Population ?? 0, balance.Everyone) ?? 0,
                        Part(balance.Sides[0], group.Heard[0]),
                        balance.Sides.Count > 1 ? Part(balance.Sides[1], group.Heard[1]) : null,
                        group is { IsUnknown: true, Population: { } unknown } ? $"Not known for {Words.Whole(unknown)} tenants" : null,
                        group.Population is null ? Marker.Hidden : null
                    )),
            ],
            balance.Whole
        );
    }

    /// <summary>Who is short, the most first, then who is over their share.</summary>
    /// <param name="balance">The comparison.</param>
    /// <param name="plan">How many could be asked, where people may be asked now.</param>
    /// <param name="most">At most this many cards.</param>
    public static IReadOnlyList<Shortfall> Cards(Balance balance, InvitePlan? plan, int most)
    {
        var groups = balance.Groups.Where(g => !g.IsUnknown).Select(g => g.Heard[^1]).OfType<GroupComparison>().ToList();
        var who = balance.Main.Who.Words;
        return
        [
            .. groups
                .Where(g => g.Shortfall > 0)
                .OrderByDescending(g => g.Shortfall)
                .Concat(groups.Where(g => g.Surplus > 0).OrderByDescending(g => g.Surplus))
                .Take(most)
                .Select(group => Card(group, plan, who)),
        ];
    }

    private static Shortfall Card(GroupComparison group, InvitePlan? plan, HeardWords who)
    {
        List<KeyValuePair<string, string>> facts = [new("Heard", $"{Words.Whole(group.Observed)}, share {Words.Whole(group.Expected)}")];
        if (group.Participation is { } rate)
        {
            facts.Add(new("Of all of them", $"{Finding.Percent(rate.Estimate)} {who.Did}"));
        }
        if (group.Shortfall == 0)
        {
            facts.Add(new("Invitations needed", "None"));
            return new Shortfall(group.Name, -group.Surplus, facts, Unit: who.Unit);
        }
        if (plan?.Groups.FirstOrDefault(g => g.Name == group.Name) is not { } next)
        {
            return new Shortfall(group.Name, group.Shortfall, facts, Unit: who.Unit);
        }
        facts.Add(new("Can be asked now", $"{Words.Whole(next.CanBeAsked.Count)} of {Words.Whole(next.Population)}"));
        facts.Add(
            new("Best way", LeavingOut.BestWay(next.CanBeAsked) is { } way ? $"{LeavingOut.Name(way.Way)}: {next.Rate} answer" : "None now")
        );
        return next.Drawn.Count == 0
            ? new Shortfall(group.Name, group.Shortfall, facts, Unit: who.Unit)
            : new Shortfall(
                group.Name,
                group.Shortfall,
                facts,
                $"Invite {Words.Whole(next.Drawn.Count)} people",
                $"~/insight/invite-next?survey={plan.Survey.Id}&by={plan.By.Key}",
                who.Unit
            );
    }

    /// <summary>How much of each group was heard, with the range in which its willingness may lie.</summary>
    public static FiguresTable Participation(Balance balance)
    {
        var who = balance.Main.Who.Words;
        return new FiguresTable(
            $"How many of each group {who.Did}",
            [balance.By.RowTitle, Capital(balance.Whole), "Heard", "Share would be", "Short", "Of the group", "Range, 19 times in 20"],
            [
                .. balance
                    .Groups.Where(group => !group.IsEmpty)
                    .Select(group => new FiguresRow(group.Name, Cells(group.Population, group.Heard[^1]))),
                new FiguresRow(
                    "All",
                    [Words.Whole(balance.Everyone), Total(balance.Main.Total), Total(balance.Main.Total), "", "", ""],
                    Sum: true
                ),
            ],
            "The range says how willing such people are, going by those who were heard. Where two ranges meet, the groups may be alike."
        );
    }

    private static List<string> Cells(int? population, GroupComparison? heard) =>
        heard is null
            ? [population is { } known ? Words.Whole(known) : Marker.Hidden.Text, .. Enumerable.Repeat(Marker.Hidden.Text, 5)]
            :
            [
                Words.Whole(population!.Value),
                Words.Whole(heard.Observed),
                Words.Whole(heard.Expected),
                heard.Surplus > 0 ? $"{Words.Whole(heard.Surplus)} over" : Words.Whole(heard.Shortfall),
                Finding.Percent(heard.Participation?.Estimate),
                heard.Participation is { } range ? $"{Finding.Percent(range.Lower)} to {Finding.Percent(range.Upper)}" : "–",
            ];

    private static ComparedPart Part(BalanceSide side, GroupComparison? heard) =>
        heard is null
            ? new ComparedPart(0, 0, 0, Marker.Hidden)
            : new ComparedPart(
                heard.Observed,
                Rounding.Percentage(heard.Observed, side.Who.People.Count) ?? 0,
                heard.Shortfall > 0 ? heard.Shortfall : -heard.Surplus
            );

    private static string Total(int? total) => total is { } known ? Words.Whole(known) : Marker.Hidden.Text;

    private static string Capital(string words) => char.ToUpper(words[0], Words.British) + words[1..];

    private static string Lower(string words) => char.ToLower(words[0], Words.British) + words[1..];
}
