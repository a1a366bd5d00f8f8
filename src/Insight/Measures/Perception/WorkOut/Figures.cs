// Works a year's figures out from its inputs by its recipe, and from nothing else: the same two make the same figures.
using Hearth.Statistics;
using Hearth.Statistics.Estimation;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.WorkOut;

/// <param name="Inputs">As they were given, in order, with the weights that came of it.</param>
internal sealed record WorkedOut(PerceptionYear Year, Inputs Inputs);

internal static class Figures
{
    private static readonly int[] Top = [0, 1];
    private static readonly int[] Five = [0, 1, 2, 3, 4];

    public static WorkedOut Of(Inputs given, Recipe recipe)
    {
        var supplied = recipe.Weighting is { Supplied: true };
        var inputs = (supplied ? given : given with { Weights = null }).InOrder();
        var set = RegulatorSet.Find(recipe.MeasureSet) ?? throw new InvalidDataException($"No measures are called {recipe.MeasureSet}.");
        List<Tally> tallies = [.. set.Perception.Where(measure => Asked(measure, recipe.Stock, inputs)).Select(m => Tally.Of(m, inputs))];
        var weights = Weights.Of(inputs, recipe);
        var (plain, weighted) = Estimated(tallies, inputs.Count, recipe.Population, weights);
        List<MeasureFigure> figures = [.. tallies.Select((tally, at) => Figure(tally, weights.Values, plain[at], weighted?[at]))];
        var required = SampleSize.ForRegulator(recipe.Population, BandsOf(recipe));
        var overall = tallies.Find(tally => tally.Measure.Code == "TP01");
        var year = new PerceptionYear(
            recipe.Year,
            recipe.Stock,
            recipe.MeasureSet,
            recipe.Surveys,
            recipe.Population,
            required.Required,
            (double)required.Exact,
            Margin.Of(inputs.Count, recipe.Population),
            recipe.Census,
            recipe.LeftOut,
            inputs.Count,
            ByMethod.Counts(recipe, inputs, overall, weights.Values),
            weights.Done,
            figures,
            Comparison.Of(recipe, figures, weights.Values is not null)
        )
        {
            NotWeightedBecause = [.. recipe.NotWeightedBecause, .. weights.Refused],
            ByMethod = recipe.ByMethod?.Answers ?? ByMethod.Table(inputs, overall),
            Before = recipe.Before?.Year,
            BeforeEdition = recipe.Before?.Edition,
            InBothYears = recipe.Before?.InBothYears,
            LeastForMethod = recipe.LeastForMethod,
            Superseded = recipe.Superseded,
            Wording = recipe.Wording,
            Reworded = recipe.Reworded,
        };
        return new(year, inputs with { Weights = weights.Values });
    }

    /// <summary>The share of the best two answers of five.</summary>
    public static Measure ShareOf(Tally tally) => Measure.Share(tally.Codes, Top, Five);

    private static AccuracyBands BandsOf(Recipe recipe) =>
        recipe.Year.From < AccuracyBands.Known[0].EffectiveFrom ? AccuracyBands.Known[0] : AccuracyBands.InForceOn(recipe.Year.From);

    private static bool Asked(PerceptionMeasure measure, StockType stock, Inputs inputs) =>
        measure.Datapoints.ContainsKey(stock) && inputs.Answers.ContainsKey(measure.Code);

    private static (Estimate[] Plain, Estimate[]? Weighted) Estimated(List<Tally> tallies, int rows, int homes, Weights weights)
    {
        Measure[] measures = [.. tallies.Select(ShareOf)];
        // more may answer than there are now: people move out
        var population = Math.Max(homes, rows);
        var plain = Row(SampleDesign.Simple(rows, population));
        if (weights.Values is null)
        {
            return (plain, null);
        }
        double[] values = [.. weights.Values.Select(weight => (double)weight)];
        var design = weights.Drawn is { } drawn
            // strata of few answers stand together, so that none is alone but where hardly anybody answered
            ? SampleDesign.Stratified(values, drawn.Strata, drawn.Populations, LonelyStratum.Adjust)
            : SampleDesign.Simple(values, population);
        return (plain, Row(weights.Margins.Count > 0 ? design.Calibrated(weights.Margins, weights.Drawn?.Base) : design));

        Estimate[] Row(SampleDesign by)
        {
            if (measures.Length == 0 || rows == 0)
            {
                return new Estimate[measures.Length];
            }
            var table = Estimates.Table(by, measures);
            return [.. Enumerable.Range(0, measures.Length).Select(at => table[at, 0])];
        }
    }

    private static MeasureFigure Figure(Tally tally, decimal[]? weights, Estimate plain, Estimate? weighted)
    {
        int[] counts = [.. Enumerable.Range(1, 5).Select(answer => tally.Count((byte)answer))];
        decimal[]? sums = weights is null ? null : [.. Enumerable.Range(1, 5).Select(answer => tally.Weigh((byte)answer, weights))];
        var (offered, filtered) = (tally.Measure.NotApplicable, tally.Filter is not null);
        var (low, high) = Range(weighted ?? plain);
        var (plainLow, plainHigh) = Range(plain);
        var published = weighted ?? plain;
        return new(
            tally.Measure.Code,
            tally.Measure.Name,
            counts,
            offered ? tally.Count(MeasureAnswers.NotApplicable) : null,
            filtered ? tally.Said(MeasureAnswers.LeadsOn) : null,
            filtered ? tally.Said(MeasureAnswers.LeadsPast) : null,
            sums,
            offered && weights is not null ? tally.Weigh(MeasureAnswers.NotApplicable, weights) : null,
            filtered && weights is not null ? tally.WeighSaid(MeasureAnswers.LeadsOn, weights) : null,
            filtered && weights is not null ? tally.WeighSaid(MeasureAnswers.LeadsPast, weights) : null,
            counts.Sum(),
            Rounding.Percentage(counts[0] + counts[1], counts.Sum()),
            sums is null ? null : Rounding.Percentage(sums[0] + sums[1], sums.Sum()),
            low,
            high
        )
        {
            UnweightedLow = plainLow,
            UnweightedHigh = plainHigh,
            Estimate = Rounded(published.Value),
            Variance = Rounded(published.Variance),
            Degrees = published.Degrees,
            BehindFilter = tally.BehindFilter,
            NotOffered = tally.NotOffered,
        };
    }

    private static (decimal? Low, decimal? High) Range(Estimate estimate) =>
        estimate.Interval() is { } range ? (Points(range.Lower), Points(range.Upper)) : (null, null);

    /// <summary>A fraction in points, one place.</summary>
    public static decimal Points(double share) => decimal.Round(100 * (decimal)share, 1, MidpointRounding.AwayFromZero);

    // the last digits of a double may differ from machine to machine
    private static double? Rounded(double? number) => number is { } found ? Math.Round(found, 12) : null;
}
