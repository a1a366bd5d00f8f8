// What was asked for, looked at before anything is worked out.
namespace Hearth.Statistics.Weighting;

internal static class Asked
{
    // counts that were worked out from shares differ in their last digits; people do not
    private const double SameTotal = 1e-6;
    private const double RoundedShares = 0.01;

    /// <summary>Throws where the calling program is wrong.</summary>
    internal static void Check(IReadOnlyList<WeightingVariable> variables, WeightingOptions options, ReadOnlyMemory<double> baseWeights)
    {
        foreach (var variable in variables)
        {
            if (variable.Categories.Count != variable.Targets.Count)
            {
                throw new ArgumentException(
                    $"{variable.Name} has {variable.Categories.Count} categories and {variable.Targets.Count} targets.",
                    nameof(variables)
                );
            }
            if (variable.Codes.Length != variables[0].Codes.Length)
            {
                throw new ArgumentException(
                    $"{variable.Name} has {variable.Codes.Length} codes and {variables[0].Name} {variables[0].Codes.Length}.",
                    nameof(variables)
                );
            }
            if (variable.Other is { } other && (other < 0 || other >= variable.Categories.Count))
            {
                throw new ArgumentException($"{variable.Name} has no category {other}.", nameof(variables));
            }
        }
        if (!baseWeights.IsEmpty && variables.Count > 0 && baseWeights.Length != variables[0].Codes.Length)
        {
            throw new ArgumentException(
                $"There are {baseWeights.Length} base weights and {variables[0].Codes.Length} respondents.",
                nameof(baseWeights)
            );
        }
        if (options.Limits is { } limits && !(limits.Low is >= 0 and < 1 && limits.High is > 1 and < double.PositiveInfinity))
        {
            throw new ArgumentException("Limits lie below and above 1: the lower from 0, the upper a number.", nameof(options));
        }
        if (!(options.Tolerance is > 0 and < 1) || options.MaximumRounds < 1)
        {
            throw new ArgumentException("The tolerance lies between 0 and 1, and there is at least one round.", nameof(options));
        }
        if (options.CollapseBelow is < 1)
        {
            throw new ArgumentException("Categories are merged below 1 respondent or more.", nameof(options));
        }
    }

    /// <summary>Everything in the targets and base weights that stands in the way.</summary>
    internal static IEnumerable<WeightingRefusal> Refusals(
        IReadOnlyList<WeightingVariable> variables,
        TargetKind kind,
        ReadOnlySpan<double> baseWeights
    )
    {
        if (variables.Count == 0)
        {
            return [new WeightingRefusal.NothingToWeightBy()];
        }
        if (variables[0].Codes.Length == 0)
        {
            return [new WeightingRefusal.NobodyAnswered()];
        }
        var refusals = new List<WeightingRefusal>();
        for (var i = 0; i < baseWeights.Length; i++)
        {
            if (!(baseWeights[i] is >= 0 and < double.PositiveInfinity))
            {
                refusals.Add(new WeightingRefusal.BaseWeightImpossible(i, baseWeights[i]));
                break;
            }
        }
        foreach (var variable in variables)
        {
            var wrong = variable
                .Targets.Index()
                .Where(target => !(target.Item is >= 0 and < double.PositiveInfinity))
                .Select(target => new WeightingRefusal.TargetImpossible(variable.Name, variable.Categories[target.Index], target.Item))
                .ToList();
            refusals.AddRange(wrong);
            var sum = variable.Targets.Sum();
            if (wrong.Count > 0)
            {
                continue;
            }
            if (sum == 0)
            {
                refusals.Add(new WeightingRefusal.NoTargets(variable.Name));
            }
            else if (kind == TargetKind.Shares && !(Math.Abs(sum - 1) <= RoundedShares || Math.Abs(sum - 100) <= 100 * RoundedShares))
            {
                refusals.Add(new WeightingRefusal.SharesDoNotAddUp(variable.Name, sum));
            }
        }
        if (kind == TargetKind.Counts && refusals.Count == 0)
        {
            var first = variables[0].Targets.Sum();
            refusals.AddRange(
                variables
                    .Select(variable => (variable.Name, Total: variable.Targets.Sum()))
                    .Where(variable => Math.Abs(variable.Total - first) > SameTotal * first)
                    .Select(variable => new WeightingRefusal.TotalsContradict(variable.Name, variable.Total, variables[0].Name, first))
            );
        }
        return refusals;
    }
}
