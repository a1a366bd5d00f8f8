// Weights that make those who answered stand for everyone, by several things at once.
namespace Hearth.Statistics.Weighting;

/// <summary>Raking (iterative proportional fitting): weights whose totals by each variable equal what is known of everyone.</summary>
/// <remarks>
/// <para>
/// W. E. Deming and F. F. Stephan, <i>Annals of Mathematical Statistics</i> 11 (1940) 427–444. Of all weights that meet the targets they are
/// nearest to the base weights, in the sense of Σ w log(w/d) − w + d. Limits are those of bounded calibration (Deville and Särndal 1992), so that the targets
/// are met by the weights that are handed out, and not by those before trimming.
/// </para>
/// <para>
/// Memory asked for: 12 bytes a row where respondents share cells, of which 8 are the weights handed out; under four times the columns where hardly
/// two respondents are alike and each row is weighted by itself. Not one object a row. The order of the rows changes the last digits of sums only.
/// </para>
/// </remarks>
public static class Raking
{
    /// <summary>Weights the respondents, or says why it cannot be done.</summary>
    /// <param name="variables">What to weight by, in any order: one column of codes each, all as long as there are respondents.</param>
    /// <param name="options">What is asked for; counts as targets, weights that average 1, no limits and nothing merged where none are given.</param>
    /// <param name="baseWeights">The weight each respondent comes with, such as the design weight of a stratified draw; none for 1 each.</param>
    /// <returns>Weights, or every reason found why there are none: targets that are impossible or contradict each other are all named before anything is worked out.</returns>
    /// <exception cref="ArgumentException">A mistake in the calling program: columns of different lengths, a code without a category, targets without categories, limits the wrong way round.</exception>
    public static WeightingResult Rake(
        IReadOnlyList<WeightingVariable> variables,
        WeightingOptions? options = null,
        ReadOnlyMemory<double> baseWeights = default
    )
    {
        ArgumentNullException.ThrowIfNull(variables);
        options ??= new WeightingOptions();
        Asked.Check(variables, options, baseWeights);
        var refusals = Asked.Refusals(variables, options.Targets, baseWeights.Span).ToList();
        if (refusals.Count > 0)
        {
            return new WeightingResult(refusals);
        }

        var cells = Cells.Of(variables, baseWeights, LimitedFit.Apart(options.Limits, !baseWeights.IsEmpty));
        if (!(cells.Total > 0))
        {
            return new WeightingResult([new WeightingRefusal.NobodyAnswered()]);
        }
        var collapsed = new List<CollapsedCategory>();
        var groups = variables.Select((variable, j) => Groups.Merge(variable, cells.Counts[j], options.CollapseBelow, collapsed)).ToList();
        foreach (var (j, group) in groups.Index())
        {
            group.Scale(Masses(cells, j));
        }
        refusals.AddRange(groups.SelectMany(NobodyToStandFor));
        if (refusals.Count > 0)
        {
            return new WeightingResult(refusals);
        }

        var fitted = Fit.Rake(cells, groups, options.Tolerance, options.MaximumRounds);
        if (options.Limits is { } limits)
        {
            var within = new LimitedFit(cells, groups, limits, total: false);
            if (!(fitted.Furthest <= options.Tolerance && within.Holds(fitted.Weights)))
            {
                refusals.AddRange(within.TooTight());
                fitted = refusals.Count > 0 ? fitted : within.Rake(options.Tolerance, options.MaximumRounds);
                if (limits.AsCloseAsPossible && (refusals.Count > 0 || fitted.Furthest > options.Tolerance))
                {
                    refusals.Clear();
                    fitted = new LimitedFit(cells, groups, limits, total: true).Rake(options.Tolerance, options.MaximumRounds);
                }
            }
        }
        var met = fitted.Furthest <= options.Tolerance;
        if (!met && refusals.Count == 0 && options.Limits is not { AsCloseAsPossible: true })
        {
            refusals.Add(StillOff(groups, fitted, cells.Total, options.Limits));
        }
        return refusals.Count > 0
            ? new WeightingResult(refusals)
            : new WeightingResult(
                cells.Spread(fitted.Weights, Factor(variables[0], options, cells, fitted)),
                fitted.Rounds,
                fitted.Furthest,
                met,
                collapsed,
                [.. groups.Zip(fitted.Totals).SelectMany(pair => Categories(pair.First, pair.Second, cells.Total))],
                [.. groups.Select(group => group.Of[1..])]
            );
    }

    private static double[] Masses(Cells cells, int j)
    {
        if (cells.Mass is null)
        {
            return [.. cells.Counts[j].Select(Convert.ToDouble)];
        }
        var masses = new double[cells.Counts[j].Length];
        Fit.Add(cells.Mass, cells.Codes[j].Span, masses);
        return masses;
    }

    private static double Factor(WeightingVariable first, WeightingOptions options, Cells cells, Fitted fitted)
    {
        var all = options switch
        {
            { Scale: WeightScale.Respondents } => cells.Rows,
            { Targets: TargetKind.Counts } => first.Targets.Sum(),
            _ => cells.Total,
        };
        return all / fitted.Weights.Sum();
    }

    private static IEnumerable<WeightingRefusal> NobodyToStandFor(Groups groups)
    {
        for (var g = 0; g < groups.Names.Count - 1; g++)
        {
            if (groups.Targets[g] > 0 && !(groups.Before[g] > 0))
            {
                yield return new WeightingRefusal.PeopleWithoutRespondents(groups.Variable, groups.Names[g]!, groups.Targets[g]);
            }
            else if (groups.Targets[g] == 0 && groups.Before[g] > 0)
            {
                yield return new WeightingRefusal.RespondentsWithoutPeople(groups.Variable, groups.Names[g]!, groups.Respondents[g]);
            }
        }
    }

    private static WeightingRefusal StillOff(IReadOnlyList<Groups> groups, Fitted fitted, double total, WeightLimits? limits)
    {
        var (far, variable, category, wanted, got) = (-1.0, "", "", 0.0, 0.0);
        foreach (var (group, totals) in groups.Zip(fitted.Totals))
        {
            for (var g = 0; g < totals.Length - 1; g++)
            {
                var off = group.Wanted[g] > 0 ? Math.Abs(totals[g] - group.Wanted[g]) / group.Wanted[g] : 0;
                if (off > far)
                {
                    (far, variable, category, wanted, got) = (
                        off,
                        group.Variable,
                        group.Names[g]!,
                        group.Wanted[g] / total,
                        totals[g] / total
                    );
                }
            }
        }
        return limits is null
            ? new WeightingRefusal.TargetsCannotBeMetTogether(variable, category, wanted, got, fitted.Rounds)
            : new WeightingRefusal.LimitsCannotBeMetTogether(variable, category, wanted, got, limits.Low, limits.High);
    }

    private static IEnumerable<WeightedCategory> Categories(Groups groups, double[] totals, double all)
    {
        for (var g = 0; g < totals.Length; g++)
        {
            if (groups.Names[g] is not null || groups.Respondents[g] > 0)
            {
                yield return new(
                    groups.Variable,
                    groups.Names[g],
                    groups.Respondents[g],
                    groups.Wanted[g] / all,
                    groups.Before[g] / all,
                    totals[g] / all
                );
            }
        }
    }
}
