// Takes the inputs of a year's figures from the answers: columns of the rows that count, groups hidden where few share them.
using Hearth.Insight.Measures.Perception.WorkOut;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

/// <param name="InOrder">As they are kept.</param>
/// <param name="AsTheyCame">The same, in the order of the answers.</param>
/// <param name="Told">Satisfaction by method before methods were hidden; null but for an unequal draw.</param>
internal sealed record Taken(Inputs InOrder, Inputs AsTheyCame, MethodsTold? Told)
{
    /// <param name="answers">Of the surveys that make the year.</param>
    /// <param name="rows">Those that count.</param>
    /// <param name="recipe">What they are weighted by.</param>
    /// <param name="strata">By row of those that count; null where every home had the same chance.</param>
    public static Taken From(MeasureAnswers answers, int[] rows, Recipe recipe, string[]? strata)
    {
        var weighting = recipe.Weighting;
        List<Characteristic> by =
        [
            .. (weighting?.By ?? []).Select(margin => Characteristic.Find(margin.Characteristic)).OfType<Characteristic>(),
        ];
        string[] methods = [.. rows.Select(row => answers.Methods[row].ToString())];
        string[][] groups = [.. by.Select(one => rows.Select(row => one.Of(answers.Groups[row])).ToArray())];
        // strata stand before methods: what an answer stands for is kept whole, and how it came is hidden where few of a stratum share it
        var shown = MeasureAnswers.Protect(strata is null ? [methods, .. groups] : [strata, .. groups, methods]);
        var kept = new Inputs(
            strata is null ? shown[0] : shown[^1],
            [.. by.Select((one, at) => (one.Name, shown[at + 1]))],
            answers.Answers.ToDictionary(column => column.Key, column => rows.Select(row => column.Value[row]).ToArray()),
            answers.Filters.ToDictionary(column => column.Key, column => rows.Select(row => column.Value[row]).ToArray()),
            weighting is { Supplied: true } ? [.. rows.Select(row => Plain(answers.Weights[row]!.Value))] : null
        )
        {
            Strata = strata,
        };
        return new(kept.InOrder(), kept, strata is null ? null : ByMethod.Told(recipe, kept with { Methods = methods }));
    }

    // databases keep a decimal with as many noughts as they like
    private static decimal Plain(decimal weight) => weight / 1.0000000000000000000000000000m;
}
