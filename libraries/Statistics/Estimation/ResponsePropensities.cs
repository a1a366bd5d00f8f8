// How likely each person was to answer, from what is known of everyone asked: logistic regression on categories.
namespace Hearth.Statistics.Estimation;

/// <summary>
/// Main effects of categories on the log odds of answering, by maximum likelihood (Newton's method, halved steps). The indicators are never made: a row is
/// one column in each margin. Categories that follow from others get nought.
/// </summary>
internal sealed class ResponsePropensities
{
    private const int Rounds = 50;
    private const double Close = 1e-12;

    private readonly int[] codes;
    private readonly int margins;
    private readonly double[] weights;

    internal ResponsePropensities(IReadOnlyList<Categories> auxiliaries, ReadOnlySpan<bool> responded, double[] weights)
    {
        margins = auxiliaries.Count;
        this.weights = weights;
        codes = new int[responded.Length * margins];
        for (var margin = 0; margin < margins; margin++)
        {
            var column = auxiliaries[margin].Codes.Span;
            for (var row = 0; row < column.Length; row++)
            {
                codes[(row * margins) + margin] = Columns + column[row];
            }
            Columns += auxiliaries[margin].Count;
        }
        Information = new double[Columns * Columns];
        Fitted = new double[responded.Length];
        Fit(responded);
    }

    internal int Columns { get; }

    /// <summary>Of each row, the chance of answering, 0 to 1.</summary>
    internal double[] Fitted { get; }

    /// <summary>Σwρ(1 − ρ)xx' at the end, as a triangle: its inverse is the covariance of the effects.</summary>
    internal double[] Information { get; private set; }

    /// <summary>False where the chances ran to 0 or 1 in some category and the effects have no end.</summary>
    internal bool Converged { get; private set; }

    internal ReadOnlySpan<int> CodesOf(int row) => codes.AsSpan(row * margins, margins);

    private void Fit(ReadOnlySpan<bool> responded)
    {
        var effects = new double[Columns];
        var likelihood = Evaluate(effects, responded);
        for (var round = 0; round < Rounds; round++)
        {
            var (step, information) = (new double[Columns], new double[Columns * Columns]);
            for (var row = 0; row < responded.Length; row++)
            {
                var (rho, weight) = (Fitted[row], weights[row]);
                var (score, square) = (weight * ((responded[row] ? 1 : 0) - rho), weight * rho * (1 - rho));
                foreach (var one in CodesOf(row))
                {
                    step[one] += score;
                    foreach (var two in CodesOf(row))
                    {
                        information[(one * Columns) + two] += square;
                    }
                }
            }
            Information = Projection.Factor(information, Columns);
            Projection.Substitute(Information, step);
            var (next, better) = (new double[Columns], likelihood);
            for (var share = 1.0; share > 1e-6; share /= 2)
            {
                for (var column = 0; column < Columns; column++)
                {
                    next[column] = effects[column] + (share * step[column]);
                }
                better = Evaluate(next, responded);
                if (better >= likelihood - (Close * Math.Abs(likelihood)))
                {
                    break;
                }
            }
            next.CopyTo(effects, 0);
            var moved = Math.Abs(better - likelihood);
            likelihood = better;
            if (moved <= Close * (Math.Abs(likelihood) + 0.1))
            {
                Converged = step.All(change => Math.Abs(change) < 1e-3);
                return;
            }
        }
    }

    private double Evaluate(double[] effects, ReadOnlySpan<bool> responded)
    {
        var likelihood = 0.0;
        for (var row = 0; row < Fitted.Length; row++)
        {
            var logOdds = 0.0;
            foreach (var column in CodesOf(row))
            {
                logOdds += effects[column];
            }
            Fitted[row] = 1 / (1 + Math.Exp(-logOdds));
            var against = responded[row] ? -logOdds : logOdds;
            likelihood -= weights[row] * (against > 0 ? against + Math.Log(1 + Math.Exp(-against)) : Math.Log(1 + Math.Exp(against)));
        }
        return likelihood;
    }
}
