// What a comparison found, as one or two sentences: the caption of its chart.
using Hearth.Statistics;

namespace Hearth.Insight.Heard;

internal static class Finding
{
    /// <summary>Says who is missing and who speaks for them. Only what is shown is said; no gap is claimed that luck could have made.</summary>
    public static string Of(Balance balance)
    {
        List<string> said = [];
        List<string> byLuck = [];
        var loudest = new List<(HeardWords Who, GroupComparison Group)>();
        foreach (var (at, side) in balance.Sides.Index())
        {
            var who = side.Who.Words;
            if (side.Who.People.Count == 0)
            {
                said.Add($"Nobody {who.Has} yet.");
            }
            else if (side.Found is { } found && !Chance.Of(found.Test).IsReal)
            {
                byLuck.Add(who.Among);
            }
            else if (side.Found is not null)
            {
                var groups = balance.Groups.Where(g => !g.IsUnknown).Select(g => g.Heard[at]).OfType<GroupComparison>().ToList();
                said.AddRange(Missing(balance.By, balance.Whole, who, groups));
                if (groups.Where(g => g.Gap > 0).MaxBy(g => g.Gap) is { } loud)
                {
                    loudest.Add((who, loud));
                }
            }
        }
        if (byLuck.Count > 0)
        {
            said.Insert(0, $"Luck alone could have made the gaps {Listed(byLuck, "and")}.");
        }
        said.AddRange(
            loudest
                .GroupBy(x => x.Group.Name)
                .Select(same =>
                    $"{Capital(balance.By.People(same.Key))} are {Listed([$"{Percent(same.First().Group.PopulationShare)} of {balance.Whole}", .. same.Select(x => $"{Percent(x.Group.ObservedShare)} {x.Who.OfThem}")], "and")}."
                )
        );
        return said.Count == 0 ? "Too few were heard to say more than the figures do." : string.Join(' ', said);
    }

    private static IEnumerable<string> Missing(Grouping by, string whole, HeardWords who, List<GroupComparison> groups)
    {
        var silent = groups
            .Where(g => g is { Observed: 0, Expected: > 0 })
            .OrderByDescending(g => g.Expected)
            .Select(g => by.People(g.Name))
            .ToList();
        if (silent.Count > 3)
        {
            silent = [.. silent.Take(3), $"{silent.Count - 3} more groups"];
        }
        if (silent.Count > 0)
        {
            yield return $"No {Listed(silent, "or")} {who.Did}.";
        }
        else if (groups.Where(g => g.Shortfall > 0).MinBy(g => g.Gap) is { } least)
        {
            yield return $"{Capital(by.People(least.Name))} are {Percent(least.PopulationShare)} of {whole} and {Percent(least.ObservedShare)} {who.OfThem}.";
        }
    }

    /// <summary>A share in per cent, the decimal only where there is one.</summary>
    public static string Percent(double? share) =>
        share is { } s ? decimal.Round(100 * (decimal)s, 1, MidpointRounding.AwayFromZero).ToString("0.#", Words.British) + "%" : "–";

    private static string Listed(IReadOnlyList<string> parts, string last) =>
        parts.Count == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Count - 1)) + $" {last} {parts[^1]}";

    private static string Capital(string words) => char.ToUpper(words[0], Words.British) + words[1..];
}
