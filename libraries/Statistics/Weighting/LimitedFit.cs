// Raking within limits: the weights nearest to the base weights of all that meet the targets and pass no limit.
namespace Hearth.Statistics.Weighting;

/// <summary>
/// Calibration with the truncated multiplicative distance: each weight is its base weight times a factor for each of its groups, cut at the limits,
/// and the factors are such that the targets are met by the cut weights. Where no limit is reached it is raking.
/// </summary>
/// <remarks>
/// J.-C. Deville and C.-E. Särndal, <i>JASA</i> 87 (1992) 376–382: bounded calibration; their multiplicative distance (raking), cut at the limits
/// as the linear one is in their truncated method. Solved on the dual, one variable at a time: each group's factor by Newton steps on the logarithm of
/// its total, kept within a bracket, all groups of a variable in the same passes. The dual is concave and smooth, so that going round the
/// variables climbs to its top (P. Tseng, <i>Journal of Optimization Theory and Applications</i> 109 (2001) 475–494). Trimming raked weights and
/// raking again, as is often done, need not come to rest, and leaves whichever was done last.
/// </remarks>
internal sealed class LimitedFit
{
    private const int Look = 50;
    private const int Passes = 40;
    private const double Hair = 1e-13;

    private readonly Cells cells;
    private readonly IReadOnlyList<Groups> variables;
    private readonly double low;
    private readonly double high;
    private readonly double? average;
    private readonly ReadOnlyMemory<int>[] codes;
    private readonly double[] pull;
    private readonly double[][] position;
    private readonly double farthest;

    /// <param name="cells">The elements.</param>
    /// <param name="variables">Their groups; where <paramref name="total"/> is held, without everyone.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="total">Whether the total of all weights is held though targets are missed.</param>
    internal LimitedFit(Cells cells, IReadOnlyList<Groups> variables, WeightLimits limits, bool total)
    {
        (this.cells, low, high) = (cells, limits.Low, limits.High);
        // limits of the average where base weights differ; elsewhere both kinds are multiples of the element's base weight
        average = Apart(limits, cells.Mass is not null && cells.Count == cells.Rows) ? cells.Total / cells.Rows : null;
        this.variables = total ? [.. variables, Groups.Everyone(cells.Total)] : variables;
        codes = total ? [.. cells.Codes, new int[cells.Count]] : cells.Codes;
        pull = new double[cells.Count];
        Array.Fill(pull, 1);
        position = [.. this.variables.Select(variable => new double[variable.Wanted.Length])];
        // products of as many factors stay numbers
        farthest = 600.0 / this.variables.Count;
    }

    /// <summary>Whether each row needs limits of its own.</summary>
    internal static bool Apart(WeightLimits? limits, bool hasBase) => limits is { Of: LimitsOf.AverageWeight } && hasBase;

    /// <summary>What the limits of an element are multiples of.</summary>
    private double Unit(int element) => average is { } each ? (cells.MassOf(element) > 0 ? each : 0) : cells.MassOf(element);

    /// <summary>Every group whose target lies outside what its respondents can reach within the limits, with the average it would take.</summary>
    internal IEnumerable<WeightingRefusal> TooTight()
    {
        for (var j = 0; j < cells.Codes.Length; j++)
        {
            var units = new double[variables[j].Of.Length];
            var column = cells.Codes[j].Span;
            for (var i = 0; i < column.Length; i++)
            {
                units[column[i] + 1] += Unit(i);
            }
            var reach = variables[j].Fold(units, new double[variables[j].Wanted.Length]);
            for (var g = 0; g < reach.Length - 1; g++)
            {
                var each = reach[g] > 0 ? variables[j].Wanted[g] / reach[g] : 1;
                if (each > high * (1 + Hair) || each < low * (1 - Hair))
                {
                    yield return new WeightingRefusal.LimitTooTight(
                        variables[j].Variable,
                        variables[j].Names[g]!,
                        each,
                        each > high ? high : low
                    );
                }
            }
        }
    }

    /// <summary>Whether weights pass no limit.</summary>
    internal bool Holds(double[] weights)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var unit = Unit(i);
            if (weights[i] > high * unit * (1 + Hair) || weights[i] < low * unit * (1 - Hair))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Brings the weights to the targets, or as near as it gets.</summary>
    internal Fitted Rake(double tolerance, int rounds)
    {
        var (round, before) = (0, double.PositiveInfinity);
        var shown = variables.Take(cells.Codes.Length).ToList();
        var weights = new double[cells.Count];
        while (true)
        {
            round++;
            for (var j = 0; j < variables.Count; j++)
            {
                Bring(j);
            }
            Cut(weights);
            var (furthest, totals) = Fit.Far(cells, shown, weights);
            var stuck = round % Look == 0 && furthest > 0.9 * before;
            if (furthest <= tolerance || stuck || round >= rounds)
            {
                return new Fitted(weights, round, furthest) { Totals = totals };
            }
            before = round % Look == 0 ? furthest : before;
        }
    }

    private void Cut(double[] weights)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var unit = Unit(i);
            weights[i] = Math.Clamp(cells.MassOf(i) * pull[i], low * unit, high * unit);
        }
    }

    private void Bring(int j)
    {
        var variable = variables[j];
        var column = codes[j].Span;
        var (totals, free, factors) = (new double[variable.Of.Length], new double[variable.Of.Length], new double[variable.Of.Length]);
        var groups = variable.Wanted.Length;
        var (now, moving) = (new double[groups], new double[groups]);
        var (from, to) = (new double[groups], new double[groups]);
        Array.Fill(from, double.NegativeInfinity);
        Array.Fill(to, double.PositiveInfinity);
        Array.Fill(factors, 1);
        for (var pass = 1; ; pass++)
        {
            Array.Clear(totals);
            Array.Clear(free);
            for (var i = 0; i < pull.Length; i++)
            {
                var code = column[i] + 1;
                pull[i] *= factors[code];
                var (mass, unit) = (cells.MassOf(i), Unit(i));
                var raw = mass * pull[i];
                var weight = Math.Clamp(raw, low * unit, high * unit);
                totals[code] += weight;
                free[code] += weight == raw ? weight : 0;
            }
            variable.Fold(totals, now);
            variable.Fold(free, moving);
            var open = false;
            for (var g = 0; g < groups && pass < Passes; g++)
            {
                var step = Step(variable.Wanted[g], now[g], moving[g], position[j][g], ref from[g], ref to[g]);
                position[j][g] += step;
                now[g] = Math.Exp(step);
                open |= step != 0;
            }
            if (!open)
            {
                return;
            }
            for (var c = 0; c < factors.Length; c++)
            {
                factors[c] = now[variable.Of[c]];
            }
        }
    }

    // How far to move the logarithm of a group's factor: Newton's step for the logarithm of its total, halved into the bracket where it leaves it.
    private double Step(double wanted, double now, double moving, double at, ref double from, ref double to)
    {
        if (!(wanted > 0) || !(now > 0) || Math.Abs(now - wanted) <= Hair * wanted)
        {
            return 0;
        }
        var gap = Math.Log(wanted / now);
        (from, to) = gap > 0 ? (at, to) : (from, at);
        var aim = at + Math.Clamp(moving > 0 ? gap * now / moving : Math.Sign(gap), -4, 4);
        if ((aim >= to || aim <= from) && double.IsFinite(from) && double.IsFinite(to))
        {
            aim = (from + to) / 2;
        }
        return Math.Clamp(aim, -farthest, farthest) - at;
    }
}
