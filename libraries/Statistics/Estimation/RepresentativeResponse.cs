// How alike the chances of being heard are: the R-indicator, and which characteristics set them apart.
namespace Hearth.Statistics.Estimation;

/// <summary>The R-indicator of B. Schouten, F. Cobben and J. Bethlehem, <i>Survey Methodology</i> 35 (2009) 101–113: 1 where everyone was equally likely to answer.</summary>
public static class RepresentativeResponse
{
    /// <summary>The indicator for everyone who was asked, from what is known of each of them whether they answered or not.</summary>
    /// <remarks>
    /// R = 1 − 2·S, S² being the variance of the chances of answering over the population, found by logistic regression with main effects. Estimated chances
    /// vary more than true ones; the adjusted S² takes away Σz'Σ⁻¹z/n, z = ρ(1 − ρ)x, and adds S²(1/n − 1/N) for drawing, and the error is the large-sample one
    /// (N. Shlomo, C. Skinner and B. Schouten, <i>Journal of Statistical Planning and Inference</i> 142 (2012) 201–211). Partial indicators: B. Schouten,
    /// N. Shlomo and C. Skinner, <i>Journal of Official Statistics</i> 27 (2011) 231–253, adjusted by the same share, as the RISQ project's tools do.
    /// </remarks>
    /// <param name="auxiliaries">What is known of everyone asked: each row's category in age, area, tenure… At least one. All of one length, every row in a category.</param>
    /// <param name="responded">Of each row, whether that person answered.</param>
    /// <param name="population">
    /// How many those asked were drawn from, by lot and alike; <c>null</c> where everyone was asked. At least as many as rows.
    /// </param>
    /// <exception cref="ArgumentException">There is nothing known, a column does not fit, or the population is smaller than those asked.</exception>
    public static ResponseIndicator? Indicator(IReadOnlyList<Categories> auxiliaries, ReadOnlySpan<bool> responded, int? population = null)
    {
        ArgumentNullException.ThrowIfNull(auxiliaries);
        if (auxiliaries.Count == 0)
        {
            throw new ArgumentException("Chances are told apart by something known of everyone.", nameof(auxiliaries));
        }
        var n = responded.Length;
        foreach (var auxiliary in auxiliaries)
        {
            auxiliary.Check(n, everyRow: true, nameof(auxiliaries));
        }
        if (population < n)
        {
            throw new ArgumentException($"{n} were asked, out of {population}.", nameof(population));
        }
        if (n < 2)
        {
            return null;
        }
        var weights = new double[n];
        Array.Fill(weights, 1);
        var model = new ResponsePropensities(auxiliaries, responded, weights);
        var whole = (double)(population ?? n);
        var mean = model.Fitted.Average();
        var square = 0.0;
        foreach (var rho in model.Fitted)
        {
            square += (rho - mean) * (rho - mean);
        }
        var variance = square / n * whole / (whole - 1);
        var noise = PropensityNoise.Of(model, mean);
        var adjusted = Math.Max(0, variance - noise.Mean + ((1 - (n / whole)) * square / (n - 1) / n));
        return new ResponseIndicator
        {
            Asked = n,
            Answered = Count(responded),
            MeanPropensity = mean,
            Plain = 1 - (2 * Math.Sqrt(variance)),
            Adjusted = 1 - (2 * Math.Sqrt(adjusted)),
            StandardError = square == 0 ? null : Math.Sqrt(noise.Variance(square / n, 1 - (n / whole))),
            Converged = model.Converged,
            Partial = [.. auxiliaries.Select(auxiliary => Partial(auxiliary, model.Fitted, mean, variance == 0 ? 0 : adjusted / variance))],
        };
    }

    private static PartialIndicator Partial(Categories auxiliary, double[] fitted, double mean, double kept)
    {
        var (sums, counts) = (new double[auxiliary.Count], new int[auxiliary.Count]);
        var codes = auxiliary.Codes.Span;
        for (var row = 0; row < codes.Length; row++)
        {
            sums[codes[row]] += fitted[row];
            counts[codes[row]]++;
        }
        var byCategory = new double?[auxiliary.Count];
        var variance = 0.0;
        for (var category = 0; category < auxiliary.Count; category++)
        {
            if (counts[category] > 0)
            {
                var away = (sums[category] / counts[category]) - mean;
                byCategory[category] = away * Math.Sqrt(counts[category] / (double)codes.Length);
                variance += away * away * counts[category] / codes.Length;
            }
        }
        return new PartialIndicator(Math.Sqrt(variance), Math.Sqrt(variance * kept), byCategory);
    }

    private static int Count(ReadOnlySpan<bool> responded)
    {
        var answered = 0;
        foreach (var one in responded)
        {
            answered += one ? 1 : 0;
        }
        return answered;
    }
}

/// <summary>How alike the chances of being heard were.</summary>
public sealed record ResponseIndicator
{
    internal ResponseIndicator() { }

    /// <summary>People asked.</summary>
    public required int Asked { get; init; }

    /// <summary>Those of them who answered.</summary>
    public required int Answered { get; init; }

    /// <summary>The mean chance of answering: the response rate, 0 to 1.</summary>
    public required double MeanPropensity { get; init; }

    /// <summary>1 − 2·S without adjustment: too low, the more so the fewer were asked. 0 to 1, or a hair below 0.</summary>
    public required double Plain { get; init; }

    /// <summary>The indicator to report, adjusted for what the estimating of chances adds. 1 is even; 0 is as uneven as can be.</summary>
    public required double Adjusted { get; init; }

    /// <summary>Its standard error in large samples; <c>null</c> where all chances are the same. Rough near 1.</summary>
    public required double? StandardError { get; init; }

    /// <summary>
    /// False where nobody, or everybody, of some category answered (or of some combination that categories explain): the chances there are 0 or 1 and stand, the error is not to be trusted.
    /// </summary>
    public required bool Converged { get; init; }

    /// <summary>Of each characteristic, in the order given, how much it sets the chances apart.</summary>
    public required IReadOnlyList<PartialIndicator> Partial { get; init; }

    /// <summary>
    /// The largest bias that unlike chances can make in an unweighted mean, in standard deviations of the answer: S over the mean chance. For a
    /// share near one half multiply by 0.5 to have it in that unit. <c>null</c> where nobody answered.
    /// </summary>
    public double? GreatestBias => MeanPropensity > 0 ? (1 - Adjusted) / 2 / MeanPropensity : null;
}

/// <summary>How much one characteristic sets the chances of answering apart: the unconditional partial R-indicator, 0 to ½.</summary>
/// <param name="Plain">The standard deviation of the categories' mean chances.</param>
/// <param name="Adjusted">The same, adjusted by as much as the whole indicator was.</param>
/// <param name="ByCategory">
/// Of each category √(share)·(its mean chance − the mean): below 0 where it is heard too little; these squared add up to <paramref name="Plain"/> squared.
/// <c>null</c> for a category that nobody asked is in.
/// </param>
public sealed record PartialIndicator(double Plain, double Adjusted, IReadOnlyList<double?> ByCategory);
