// How much estimated chances of answering vary only because they are estimated, and how sure their spread is.
namespace Hearth.Statistics.Estimation;

/// <summary>Sums over z = ρ(1 − ρ)x, the slopes of the chances, with the effects' covariance Σ.</summary>
internal sealed class PropensityNoise
{
    private readonly double alongEffects;
    private readonly double trace;
    private readonly double squares;
    private readonly int rows;

    private PropensityNoise(double mean, double alongEffects, double trace, double squares, int rows)
    {
        Mean = mean;
        this.alongEffects = alongEffects;
        this.trace = trace;
        this.squares = squares;
        this.rows = rows;
    }

    /// <summary>The mean of z'Σz.</summary>
    internal double Mean { get; }

    internal static PropensityNoise Of(ResponsePropensities model, double mean)
    {
        var (n, p) = (model.Fitted.Length, model.Columns);
        // Σz, Σzz' and Σz(ρ − ρ̄), all from the columns each row is in
        var (sum, products, along) = (new double[p], new double[p * p], new double[p]);
        var (second, fourth) = (0.0, 0.0);
        for (var row = 0; row < n; row++)
        {
            var rho = model.Fitted[row];
            var slope = rho * (1 - rho);
            var away = rho - mean;
            second += away * away;
            fourth += away * away * away * away;
            foreach (var one in model.CodesOf(row))
            {
                sum[one] += slope;
                along[one] += slope * away;
                foreach (var two in model.CodesOf(row))
                {
                    products[(one * p) + two] += slope * slope;
                }
            }
        }
        var mean2 = 0.0;
        var spread = new double[p * p];
        var column = new double[p];
        for (var j = 0; j < p; j++)
        {
            for (var i = 0; i < p; i++)
            {
                column[i] = products[(i * p) + j];
            }
            Projection.Substitute(model.Information, column);
            mean2 += column[j] / n;
            for (var i = 0; i < p; i++)
            {
                column[i] = (products[(i * p) + j] / n) - (sum[i] / n * (sum[j] / n));
            }
            Projection.Substitute(model.Information, column);
            for (var i = 0; i < p; i++)
            {
                spread[(i * p) + j] = column[i];
            }
        }
        var trace = 0.0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                trace += spread[(i * p) + j] * spread[(j * p) + i];
            }
        }
        // the covariance of z and ρ: along/n, as Σ(ρ − ρ̄) is nought
        for (var i = 0; i < p; i++)
        {
            column[i] = along[i] /= n;
        }
        Projection.Substitute(model.Information, column);
        var variance2 = second / n;
        return new PropensityNoise(mean2, Projection.Dot(along, column), trace, (fourth - (n * variance2 * variance2)) / (n - 1), n);
    }

    /// <summary>Of the indicator, in large samples: chances are estimated (the first two), and people drawn (the third).</summary>
    internal double Variance(double spread, double free) => ((4 * alongEffects) + (2 * trace) + (free * squares / rows)) / spread;
}
