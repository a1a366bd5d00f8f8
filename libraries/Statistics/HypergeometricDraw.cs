// How many of one kind are among those drawn from an urn without putting any back: one random number turned into one count.
namespace Hearth.Statistics;

/// <summary>
/// Inversion of the hypergeometric distribution, starting at its mode and going outwards (V. Kachitvichyanukul and B. Schmeiser,
/// <i>Journal of Statistical Computation and Simulation</i> 22 (1985) 127–145, algorithm HIN, begun at the mode): its cost grows with the
/// standard deviation of the count, not with the number drawn.
/// </summary>
internal sealed class HypergeometricDraw
{
    private readonly double[] lnFactorial;

    /// <param name="largest">The most that any urn will hold.</param>
    internal HypergeometricDraw(int largest)
    {
        lnFactorial = new double[largest + 1];
        for (var i = 2; i <= largest; i++)
        {
            lnFactorial[i] = lnFactorial[i - 1] + Math.Log(i);
        }
    }

    /// <param name="u">From 0 to below 1.</param>
    /// <param name="all">In the urn.</param>
    /// <param name="kind">Of them, of the kind that is counted.</param>
    /// <param name="drawn">Taken out.</param>
    internal int Draw(double u, int all, int kind, int drawn)
    {
        var others = all - kind;
        var (least, most) = (Math.Max(0, drawn - others), Math.Min(kind, drawn));
        var mode = Math.Clamp((int)((drawn + 1.0) * (kind + 1.0) / (all + 2.0)), least, most);
        var (up, down) = (mode, mode);
        var upper = Math.Exp(LnChoose(kind, mode) + LnChoose(others, drawn - mode) - LnChoose(all, drawn));
        var lower = upper;
        u -= upper;
        while (u >= 0 && (up < most || down > least))
        {
            if (up < most)
            {
                upper *= (double)(kind - up) * (drawn - up) / ((up + 1.0) * (others - drawn + up + 1.0));
                up++;
                u -= upper;
                if (u < 0)
                {
                    return up;
                }
            }

            if (down > least)
            {
                lower *= (double)down * (others - drawn + down) / ((kind - down + 1.0) * (drawn - down + 1.0));
                down--;
                u -= lower;
                if (u < 0)
                {
                    return down;
                }
            }
        }

        // nothing is left but what rounding took away
        return mode;
    }

    private double LnChoose(int n, int k) => lnFactorial[n] - lnFactorial[k] - lnFactorial[n - k];
}
