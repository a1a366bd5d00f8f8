// Weights that make those who answered stand for all homes asked: from groups that ten homes share, the same as in the files for statistical programs.
using Hearth.Statistics.Weighting;
using Hearth.Surveys.Results.ExportResponses;

namespace Hearth.Surveys.Results;

/// <param name="Values">A weight for each response; they average 1.</param>
/// <param name="By">What they are weighted by; nothing where every weight is 1.</param>
/// <param name="DesignEffect">By how much the weights widen a range (Kish).</param>
/// <param name="Effective">Homes drawn by lot that would give as sure an answer.</param>
/// <param name="Furthest">The largest share by which a group is still off.</param>
internal sealed record SurveyWeights(double[] Values, IReadOnlyList<Grouping> By, double DesignEffect, double Effective, double Furthest)
{
    private static readonly Grouping[] Wanted = [Grouping.Age, Grouping.Tenure, Grouping.Ward];

    // nobody speaks for more than five, nor for less than a fifth; what that leaves of a difference is told
    private static readonly WeightingOptions Options = new()
    {
        Targets = TargetKind.Shares,
        Limits = new(0.2, 5) { AsCloseAsPossible = true },
    };

    /// <summary>Whether they change anything: not where every group answered alike.</summary>
    public bool Matter => By.Count > 0 && DesignEffect > 1.0005;

    /// <param name="printed">Each response's groups, hidden where fewer than ten homes share them: a weight must not tell more.</param>
    /// <param name="asked">How many were asked of each group.</param>
    public static SurveyWeights Of(IReadOnlyDictionary<Grouping, string[]> printed, Asked asked)
    {
        var (by, variables) = (new List<Grouping>(), new List<WeightingVariable>());
        var rows = printed.Values.First().Length;
        foreach (var grouping in Wanted.Where(_ => rows > 0))
        {
            if (!asked.ByGroup.TryGetValue(grouping, out var known))
            {
                continue;
            }
            var groups = printed[grouping];
            var place = groups
                .Where(name => name != GroupsThatHide.Hidden)
                .Distinct(StringComparer.Ordinal)
                .Index()
                .ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
            var hidden = groups.Count(name => name == GroupsThatHide.Hidden) / (double)rows;
            var all = place.Keys.Sum(name => known.GetValueOrDefault(name));
            double[] share = [.. place.Keys.Select(name => all == 0 ? 0 : known.GetValueOrDefault(name) * (1 - hidden) / all), hidden];
            int[] margin = [.. groups.Select(name => place.GetValueOrDefault(name, place.Count))];
            // homes that were never asked by this group stand for themselves
            if (margin.All(group => share[group] > 0))
            {
                by.Add(grouping);
                variables.Add(new WeightingVariable(grouping.Title(), margin, [.. place.Keys, GroupsThatHide.Hidden], share));
            }
        }
        if (by.Count == 0)
        {
            return new SurveyWeights([.. Enumerable.Repeat(1.0, rows)], [], 1, rows, 0);
        }
        var raked = Raking.Rake(variables, Options);
        if (!raked.IsWeighted)
        {
            throw new InvalidOperationException(raked.Refusals[0].Message);
        }
        return new SurveyWeights(
            raked.ToArray(),
            by,
            raked.DesignEffect ?? 1,
            raked.EffectiveSize,
            raked.Categories.Max(group => Math.Abs(group.After - group.Wanted))
        );
    }

    /// <summary>“age, tenure and ward”.</summary>
    public string ByWords
    {
        get
        {
            List<string> names = [.. By.Select(grouping => grouping.Title().ToLowerInvariant())];
            return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
        }
    }
}
