// Whether a change from the year before is more than chance, and what else changed between the two.
using Hearth.Statistics.Estimation;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.WorkOut;

internal static class Comparison
{
    // answers differ by the way they are given, by more than ten points of satisfaction between post and web
    private const double Moved = 0.1;

    public static IReadOnlyList<ComparisonWithBefore> Of(Recipe recipe, IReadOnlyList<MeasureFigure> figures, bool weighted)
    {
        if (recipe.Before is not { } before)
        {
            return [];
        }
        List<string> breaks = [.. Everywhere(recipe, before, weighted)];
        return [.. figures.Select(figure => One(recipe, before, figure, breaks))];
    }

    private static ComparisonWithBefore One(Recipe recipe, YearBefore before, MeasureFigure figure, List<string> breaks)
    {
        var then = before.Measures.FirstOrDefault(measure => measure.Code == figure.Code);
        EstimateDifference? change =
            then is { Estimate: { } was, Variance: { } wasVariance } && figure is { Estimate: { } now, Variance: { } variance }
                ? WaveDifference.Between(
                    now,
                    variance,
                    was,
                    wasVariance,
                    Possible(then.Covariance ?? 0, variance, wasVariance),
                    figure.Degrees + then.Degrees
                )
                : null;
        return new(
            figure.Code,
            then?.Percent,
            figure.Published - then?.Percent,
            change is { } range ? Figures.Points(range.Lower) : null,
            change is { } upper ? Figures.Points(upper.Upper) : null,
            change?.IsMoreThanChance,
            [.. breaks, .. Worded(recipe, before, figure.Code)]
        );
    }

    // the figures of the year before may be those of an edition, and its answers no longer the same
    private static double Possible(double covariance, double one, double other) =>
        Math.Clamp(covariance, -Math.Sqrt(one * other), Math.Sqrt(one * other));

    private static IEnumerable<string> Everywhere(Recipe recipe, YearBefore before, bool weighted)
    {
        if (recipe.MeasureSet != before.MeasureSet)
        {
            yield return $"The regulator’s measures changed: {before.Year.Name} was asked under another set";
        }
        if (recipe.Census != before.Census)
        {
            yield return before.Census
                ? $"{before.Year.Name} asked every home, this year a sample"
                : $"{before.Year.Name} asked a sample, this year every home";
        }
        if (weighted != before.Weighted)
        {
            yield return weighted
                ? $"{before.Year.Name} was not weighted, this year is"
                : $"{before.Year.Name} was weighted, this year is not";
        }
        if (ChannelMix(recipe, before) is { } mix)
        {
            yield return mix;
        }
    }

    // half of all differences between two lists of shares: how many would have to answer another way to make them alike
    private static string? ChannelMix(Recipe recipe, YearBefore before)
    {
        var (now, then) = (Shares(recipe.Responses), Shares(before.Responses));
        if (now.Count == 0 || then.Count == 0)
        {
            return null;
        }
        var moved = Enum.GetValues<AnswerMethod>()
            .Select(method => (Method: method, Points: now.GetValueOrDefault(method) - then.GetValueOrDefault(method)))
            .ToList();
        if (moved.Sum(one => Math.Abs(one.Points)) / 2 < Moved)
        {
            return null;
        }
        var most = moved.MaxBy(one => Math.Abs(one.Points)).Method;
        return $"Answers came in other ways: {MethodWords.Of(most).ToLowerInvariant()} {Share(then)} of 100 in {before.Year.Name}, {Share(now)} this year";

        string Share(Dictionary<AnswerMethod, double> of) => $"{Math.Round(100 * of.GetValueOrDefault(most)):0}";
    }

    private static Dictionary<AnswerMethod, double> Shares(IReadOnlyList<MethodResponses> methods)
    {
        double all = methods.Sum(method => method.Responses);
        return all == 0 ? [] : methods.ToDictionary(method => method.Method, method => method.Responses / all);
    }

    private static IEnumerable<string> Worded(Recipe recipe, YearBefore before, string code)
    {
        var set = RegulatorSet.Find(recipe.MeasureSet);
        var filter = set?.Perception.FirstOrDefault(measure => measure.Code == code)?.Filter;
        foreach (var one in new[] { filter, code }.OfType<string>())
        {
            if (
                recipe.Wording.TryGetValue(one, out var now)
                && before.Wording.TryGetValue(one, out var then)
                && !string.Equals(now, then, StringComparison.Ordinal)
            )
            {
                yield return one == code
                    ? $"The question was worded otherwise in {before.Year.Name}"
                    : $"The question that is asked first was worded otherwise in {before.Year.Name}";
            }
        }
        if (
            recipe.Reworded.FirstOrDefault(change =>
                change.Codes.Contains(code) || (filter is not null && change.Codes.Contains(filter))
            ) is
            { } change
        )
        {
            yield return $"The question was changed on {Words.Day(change.From)}, while the survey was open";
        }
    }
}
