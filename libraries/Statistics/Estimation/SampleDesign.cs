// How a sample came about: what its standard errors must know.
namespace Hearth.Statistics.Estimation;

/// <summary>
/// The design of a sample of people or households, each drawn by itself: simple random or stratified, with the finite population correction, and,
/// where its weights were raked or otherwise calibrated to known totals, the margins they were calibrated to. Made once, it serves every table.
/// </summary>
/// <remarks>
/// The same designs as R's <c>survey</c> 4.1 (T. Lumley, <i>Journal of Statistical Software</i> 9 (2004)): <c>svydesign(ids = ~1, strata, fpc, weights)</c>,
/// then <c>calibrate</c> or <c>rake</c>. The variance of a total of w·z is Σ over strata of (1 − n/N)·n/(n − 1)·Σ(w·z − their mean)², where after
/// calibration z is the residual left by the margins (C.-E. Särndal, B. Swensson and J. Wretman, <i>Model Assisted Survey Sampling</i> (1992), §6.6;
/// J.-C. Deville and C.-E. Särndal, <i>JASA</i> 87 (1992) 376–382). Clusters, where a draw takes several people at once, are not known here:
/// for one household asked by one person none are needed.
/// </remarks>
public sealed class SampleDesign
{
    private SampleDesign(double[] weights, int[]? strata, StratumFigures figures, Projection? projection)
    {
        Weights = weights;
        Strata = strata;
        Figures = figures;
        Projection = projection;
        var (rows, seen) = (0, new bool[figures.Rows.Length]);
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] > 0)
            {
                rows++;
                seen[strata?[row] ?? 0] = true;
            }
        }
        Degrees = rows - seen.Count(stratum => stratum);
    }

    /// <summary>Rows of the sample: who answered, in the order of every column that is given with it.</summary>
    public int Rows => Weights.Length;

    /// <summary>Degrees of freedom: rows with a weight above 0, less the strata they are in (as <c>degf</c> in R's <c>survey</c>).</summary>
    public int Degrees { get; }

    /// <summary>Whether the weights are calibrated to margins, and the standard errors take it into account.</summary>
    public bool IsCalibrated => Projection is not null;

    /// <summary>
    /// Codes of the strata with a single row out of more than one: how much such a stratum varies cannot be known. With
    /// <see cref="LonelyStratum.Refuse"/> no figure that one takes part in gets a standard error.
    /// </summary>
    public IReadOnlyList<int> LonelyStrata => Figures.Lonely;

    /// <summary>What was chosen to be done about them.</summary>
    public LonelyStratum WhenLonely => Figures.Choice;

    internal double[] Weights { get; }

    internal int[]? Strata { get; }

    internal StratumFigures Figures { get; }

    internal Projection? Projection { get; }

    /// <summary>A simple random sample, or a census that not everyone answered, taken as one.</summary>
    /// <param name="weights">One a row, 0 or more, in any scale; all the same where nothing was weighted.</param>
    /// <param name="population">How many the sample was drawn from, at least as many as rows; <c>null</c> for no correction.</param>
    /// <exception cref="ArgumentException">A weight is negative or not a number, or the population is smaller than the sample.</exception>
    public static SampleDesign Simple(ReadOnlySpan<double> weights, double? population = null) =>
        new(Checked(weights), null, new StratumFigures(null, weights.Length, [population ?? double.PositiveInfinity], default), null);

    /// <summary>A simple random sample that nothing is weighted in.</summary>
    /// <param name="rows">How many answered.</param>
    /// <param name="population">How many the sample was drawn from, at least as many as rows; <c>null</c> for no correction.</param>
    /// <exception cref="ArgumentException">The number of rows is negative, or the population is smaller than the sample.</exception>
    public static SampleDesign Simple(int rows, double? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        var weights = new double[rows];
        Array.Fill(weights, 1);
        return Simple(weights, population);
    }

    /// <summary>A stratified sample: from each stratum so many were drawn by themselves.</summary>
    /// <param name="weights">One a row, 0 or more: as a rule the stratum's population over its rows.</param>
    /// <param name="strata">The stratum of each row, from 0.</param>
    /// <param name="populations">
    /// How many each stratum holds, by its code; at least as many as it has rows. <see cref="double.PositiveInfinity"/> for no correction. A stratum
    /// that nobody answered in has no row and adds nothing: whether the figures stand for it too is for the reader to judge.
    /// </param>
    /// <param name="lonely">What to do where a stratum has one row and more people.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ; a weight is negative or not a number; a stratum has no population, or one smaller than its rows.
    /// </exception>
    public static SampleDesign Stratified(
        ReadOnlySpan<double> weights,
        ReadOnlySpan<int> strata,
        ReadOnlySpan<double> populations,
        LonelyStratum lonely = LonelyStratum.Refuse
    )
    {
        if (strata.Length != weights.Length)
        {
            throw new ArgumentException($"There are {weights.Length} weights and {strata.Length} strata.", nameof(strata));
        }
        var codes = strata.ToArray();
        return new SampleDesign(Checked(weights), codes, new StratumFigures(codes, codes.Length, populations.ToArray(), lonely), null);
    }

    /// <summary>
    /// The same sample, its weights being raked or calibrated to these margins: its weights are the final ones. What the margins explain of a figure
    /// is then no longer left to chance, and its error is smaller than the weights alone would have it.
    /// </summary>
    /// <param name="margins">Everything that was weighted by: each row's category. All of the sample's length, every row in a category.</param>
    /// <param name="before">
    /// The weights before calibration, one a row, above 0 wherever the final weight is; empty where they were all the same. Only how they stand to
    /// one another counts.
    /// </param>
    /// <param name="residuals">How the margins are taken out.</param>
    /// <exception cref="ArgumentException">A margin does not fit the sample, or a weight before calibration is negative or not a number.</exception>
    public SampleDesign Calibrated(
        IReadOnlyList<Categories> margins,
        ReadOnlySpan<double> before = default,
        CalibrationResiduals residuals = CalibrationResiduals.Regression
    )
    {
        ArgumentNullException.ThrowIfNull(margins);
        foreach (var margin in margins)
        {
            margin.Check(Rows, everyRow: true, nameof(margins));
        }
        if (!before.IsEmpty && before.Length != Rows)
        {
            throw new ArgumentException($"There are {Rows} rows and {before.Length} weights.", nameof(before));
        }
        var start = before.IsEmpty ? null : Checked(before);
        return new SampleDesign(Weights, Strata, Figures, new Projection(this, margins, start, residuals));
    }

    private static double[] Checked(ReadOnlySpan<double> weights)
    {
        for (var row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] >= 0) || double.IsInfinity(weights[row]))
            {
                throw new ArgumentException($"Row {row} has the weight {weights[row]}; weights are 0 or more.", nameof(weights));
            }
        }
        return weights.ToArray();
    }
}

/// <summary>What to do about a stratum with one row out of several people, of whose spread nothing can be known.</summary>
/// <remarks>The last three are the choices <c>options(survey.lonely.psu)</c> offers in R; <see cref="Refuse"/> is its <c>"fail"</c>, with a name in place of an error.</remarks>
public enum LonelyStratum
{
    /// <summary>No standard error, and the refusal says so: merge the stratum with one like it, before looking at the answers.</summary>
    Refuse,

    /// <summary>The stratum adds nothing: the standard error is too small.</summary>
    Remove,

    /// <summary>The row is set against the whole sample's mean in place of its stratum's: as a rule a little too large.</summary>
    Adjust,

    /// <summary>The stratum adds as much as the others do on average.</summary>
    Average,
}

/// <summary>How the margins of a calibrated sample are taken out of what is estimated.</summary>
public enum CalibrationResiduals
{
    /// <summary>
    /// What a regression on every margin's categories, weighted by the weights before calibration, leaves (as <c>calibrate</c> does in R's
    /// <c>survey</c>). The right one for raking too: raking and regression have the same variance in large samples (Deville and Särndal 1992).
    /// </summary>
    Regression,

    /// <summary>
    /// What ten rounds of taking plain means away, a margin at a time, leave (as <c>rake</c> does in R's <c>survey</c>). For checking against it:
    /// from even weights it comes to the same as <see cref="Regression"/>, up to what ten rounds leave undone.
    /// </summary>
    TenSweeps,
}
