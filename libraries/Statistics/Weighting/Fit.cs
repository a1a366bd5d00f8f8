// Iterative proportional fitting: brings one variable after another to its targets until all of them stay there.
namespace Hearth.Statistics.Weighting;

/// <summary>Weights of elements as far as they have come.</summary>
/// <param name="Weights">One an element.</param>
/// <param name="Rounds">Times round all variables.</param>
/// <param name="Furthest">The largest distance of a group's total from what is wanted, as a share of it.</param>
internal sealed record Fitted(double[] Weights, int Rounds, double Furthest)
{
    /// <summary>Each variable's weighted totals by group.</summary>
    internal required double[][] Totals { get; init; }
}

internal static class Fit
{
    private const int Look = 100;

    /// <summary>
    /// Rakes the base weights. Each pass over the elements multiplies by one variable's factors and adds up the next one's totals, so that a
    /// round reads the elements once a variable.
    /// </summary>
    internal static Fitted Rake(Cells cells, IReadOnlyList<Groups> variables, double tolerance, int rounds)
    {
        var weights = Start(cells);
        var many = variables.Count;
        var totals = variables.Select(variable => new double[variable.Of.Length]).ToArray();
        var factors = variables.Select(variable => new double[variable.Of.Length]).ToArray();
        var groups = variables.Select(variable => new double[variable.Wanted.Length]).ToArray();
        Add(weights, cells.Codes[0].Span, totals[0]);
        var (round, before) = (0, double.PositiveInfinity);
        while (round < rounds)
        {
            round++;
            var furthest = 0.0;
            for (var j = 0; j < many; j++)
            {
                var next = (j + 1) % many;
                furthest = Math.Max(furthest, Factors(variables[j], totals[j], groups[j], factors[j]));
                Array.Clear(totals[next]);
                Multiply(weights, cells.Codes[j].Span, factors[j], cells.Codes[next].Span, totals[next]);
            }
            // nothing moved by more than this in the whole round; how far it all is off is then looked at once more
            if (furthest <= tolerance && Far(cells, variables, weights) is var reached && reached.Furthest <= tolerance)
            {
                return new Fitted(weights, round, reached.Furthest) { Totals = reached.Totals };
            }
            if (round % Look == 0)
            {
                if (furthest > 0.9 * before)
                {
                    break;
                }
                before = furthest;
            }
        }
        var end = Far(cells, variables, weights);
        return new Fitted(weights, round, end.Furthest) { Totals = end.Totals };
    }

    /// <summary>The base weights to begin with.</summary>
    internal static double[] Start(Cells cells)
    {
        if (cells.Mass is not null)
        {
            return (double[])cells.Mass.Clone();
        }
        var weights = new double[cells.Count];
        Array.Fill(weights, 1);
        return weights;
    }

    /// <summary>How far each variable's totals are from what is wanted.</summary>
    internal static (double Furthest, double[][] Totals) Far(Cells cells, IReadOnlyList<Groups> variables, double[] weights)
    {
        var furthest = 0.0;
        var totals = new double[variables.Count][];
        for (var j = 0; j < variables.Count; j++)
        {
            var byCode = new double[variables[j].Of.Length];
            Add(weights, cells.Codes[j].Span, byCode);
            totals[j] = variables[j].Fold(byCode, new double[variables[j].Wanted.Length]);
            for (var g = 0; g < totals[j].Length; g++)
            {
                var wanted = variables[j].Wanted[g];
                furthest = wanted > 0 ? Math.Max(furthest, Math.Abs(totals[j][g] - wanted) / wanted) : furthest;
            }
        }
        return (furthest, totals);
    }

    internal static void Add(ReadOnlySpan<double> weights, ReadOnlySpan<int> codes, double[] totals)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            totals[codes[i] + 1] += weights[i];
        }
    }

    private static double Factors(Groups variable, double[] totals, double[] groups, double[] factors)
    {
        variable.Fold(totals, groups);
        var furthest = 0.0;
        for (var g = 0; g < groups.Length; g++)
        {
            var wanted = variable.Wanted[g];
            furthest = wanted > 0 ? Math.Max(furthest, Math.Abs(groups[g] - wanted) / wanted) : furthest;
            groups[g] = groups[g] > 0 ? wanted / groups[g] : 1;
        }
        for (var c = 0; c < factors.Length; c++)
        {
            factors[c] = groups[variable.Of[c]];
        }
        return furthest;
    }

    private static void Multiply(Span<double> weights, ReadOnlySpan<int> codes, double[] factors, ReadOnlySpan<int> next, double[] totals)
    {
        codes = codes[..weights.Length];
        next = next[..weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = weights[i] * factors[codes[i] + 1];
            weights[i] = weight;
            totals[next[i] + 1] += weight;
        }
    }
}
