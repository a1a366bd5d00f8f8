// The groups of one variable that are weighted to: its categories, with those that are too small merged.
namespace Hearth.Statistics.Weighting;

/// <summary>A variable's groups. The last is those of whom it is not known.</summary>
internal sealed class Groups
{
    private Groups(WeightingVariable variable, int[] groupOf, IReadOnlyList<Group> groups, int unknown)
    {
        (Variable, Of) = (variable.Name, groupOf);
        Names = [.. groups.Select(group => group.Name), null];
        Respondents = [.. groups.Select(group => group.Respondents), unknown];
        Targets = [.. groups.Select(group => group.Target), 0];
        (Wanted, Before) = (new double[Names.Count], new double[Names.Count]);
    }

    internal string Variable { get; }

    /// <summary>The group of each code, the unknown first.</summary>
    internal int[] Of { get; }

    internal IReadOnlyList<string?> Names { get; }

    internal int[] Respondents { get; }

    /// <summary>Targets as given.</summary>
    internal double[] Targets { get; }

    /// <summary>Targets on the scale of the base weights.</summary>
    internal double[] Wanted { get; }

    /// <summary>Base weights by group.</summary>
    internal double[] Before { get; }

    /// <summary>A group for all elements together, which holds their total.</summary>
    internal static Groups Everyone(double total)
    {
        var all = new Groups(new WeightingVariable("Everyone", default, ["Everyone"], [total]), [1, 0], [new("Everyone", 1, total)], 0);
        all.Wanted[0] = total;
        return all;
    }

    /// <summary>The groups of a variable; where <paramref name="fewest"/> is given, those with fewer respondents merged, and each merging added to <paramref name="collapsed"/>.</summary>
    internal static Groups Merge(WeightingVariable variable, int[] counts, int? fewest, List<CollapsedCategory> collapsed)
    {
        var groups = variable
            .Categories.Select((name, code) => new Group(name, counts[code + 1], variable.Targets[code]) { Codes = [code] })
            .ToList();
        var other = variable.Other is { } code ? groups[code] : null;
        while (fewest is { } least && groups.Count > 1 && Smallest(groups, least) is { } small)
        {
            var into =
                variable.Order == CategoryOrder.Ordered ? Neighbour(groups, small)
                : other is not null && other != small ? other
                : groups
                    .Where(group => group != small && !group.IsNobody)
                    .DefaultIfEmpty(groups.First(group => group != small))
                    .MinBy(group => group.Respondents)!;
            collapsed.Add(new CollapsedCategory(variable.Name, small.Name, small.Respondents, small.Target, into.Name));
            // the earlier name first, as ordered categories are read
            into.Take(small, before: groups.IndexOf(small) < groups.IndexOf(into));
            groups.Remove(small);
        }
        var groupOf = new int[variable.Categories.Count + 1];
        groupOf[0] = groups.Count;
        foreach (var (at, group) in groups.Index())
        {
            group.Codes.ForEach(c => groupOf[c + 1] = at);
        }
        return new Groups(variable, groupOf, groups, counts[0]);
    }

    /// <summary>Adds totals of codes, the unknown first, up to totals of groups.</summary>
    internal double[] Fold(double[] byCode, double[] byGroup)
    {
        Array.Clear(byGroup);
        for (var c = 0; c < Of.Length; c++)
        {
            byGroup[Of[c]] += byCode[c];
        }
        return byGroup;
    }

    /// <summary>Puts the targets onto the scale of the base weights; the unknown keep the share they have.</summary>
    internal void Scale(double[] massByCode)
    {
        Fold(massByCode, Before);
        var known = Before.SkipLast(1).Sum();
        var all = Targets.Sum();
        for (var g = 0; g < Wanted.Length; g++)
        {
            Wanted[g] = g == Wanted.Length - 1 ? Before[g] : Targets[g] / all * known;
        }
    }

    private static Group? Smallest(List<Group> groups, int least) =>
        groups
            .Where(group => !group.IsNobody && (group.Respondents < least || group.Target == 0))
            .OrderBy(group => group.Respondents)
            .FirstOrDefault();

    private static Group Neighbour(List<Group> groups, Group small)
    {
        var at = groups.IndexOf(small);
        return at == 0 ? groups[1]
            : at == groups.Count - 1 || groups[at - 1].Respondents <= groups[at + 1].Respondents ? groups[at - 1]
            : groups[at + 1];
    }

    private sealed class Group(string name, int respondents, double target)
    {
        internal string Name { get; private set; } = name;
        internal int Respondents { get; private set; } = respondents;
        internal double Target { get; private set; } = target;
        internal List<int> Codes { get; init; } = [];

        /// <summary>Nobody answered and nobody should have.</summary>
        internal bool IsNobody => Respondents == 0 && Target == 0;

        internal void Take(Group small, bool before)
        {
            Name = before ? $"{small.Name} + {Name}" : $"{Name} + {small.Name}";
            Respondents += small.Respondents;
            Target += small.Target;
            Codes.AddRange(small.Codes);
        }
    }
}
