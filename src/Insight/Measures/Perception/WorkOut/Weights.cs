// Weights of the homes that answered: as a survey company gave them, or raked to everyone there is.
using System.Globalization;
using Hearth.Statistics.Estimation;
using Hearth.Statistics.Weighting;

namespace Hearth.Insight.Measures.Perception.WorkOut;

/// <param name="Values">One a row, six places; null where nothing is weighted.</param>
/// <param name="Margins">What they were raked to, for the errors; empty for weights that were supplied.</param>
/// <param name="Refused">Why there are none though they were asked for.</param>
internal sealed record Weights(decimal[]? Values, IReadOnlyList<Categories> Margins, WeightingDone? Done, IReadOnlyList<string> Refused)
{
    private const int Places = 6;

    public static Weights None { get; } = new(null, [], null, []);

    /// <summary>The strata of an unequal draw; null for none.</summary>
    public DrawnDesign? Drawn { get; private init; }

    public static Weights Of(Inputs inputs, Recipe recipe)
    {
        if (inputs.Count == 0)
        {
            return None;
        }
        if (recipe.Weighting is { Supplied: true } given)
        {
            return Supplied(inputs, given);
        }
        var drawn = DrawnDesign.Of(inputs, recipe.Draw);
        var even = drawn is null ? None : ByDraw(drawn);
        if (recipe.Weighting is not { } how)
        {
            return even;
        }
        var raked = Raked(inputs, how, drawn);
        // chances are evened out whatever becomes of the margins
        return raked.Values is null ? even with { Refused = raked.Refused } : raked;
    }

    private static Weights ByDraw(DrawnDesign drawn)
    {
        decimal[] values = [.. drawn.Base.Select(weight => decimal.Round((decimal)weight, Places, MidpointRounding.AwayFromZero))];
        return new(
            values,
            [],
            new(
                false,
                drawn.Done.By,
                Math.Round(Kish.DesignEffect(drawn.Base) ?? 1, Places),
                Math.Round(Kish.EffectiveSize(drawn.Base), Places),
                values.Min(),
                values.Max(),
                null,
                null,
                [],
                [],
                "the homes that were drawn from"
            )
            {
                Draw = drawn.Done,
            },
            []
        )
        {
            Drawn = drawn,
        };
    }

    private static Weights Supplied(Inputs inputs, WeightingRecipe how)
    {
        var given = inputs.Weights ?? throw new InvalidDataException("The weights that were supplied are not among the inputs.");
        double[] weights = [.. given.Select(weight => (double)weight)];
        return new(
            given,
            [],
            new(
                true,
                [],
                Kish.DesignEffect(weights) ?? 1,
                Kish.EffectiveSize(weights),
                given.Min(),
                given.Max(),
                null,
                null,
                [],
                [],
                how.From
            ),
            []
        );
    }

    private static Weights Raked(Inputs inputs, WeightingRecipe how, DrawnDesign? drawn)
    {
        List<WeightingVariable> variables = [];
        foreach (var margin in how.By)
        {
            var values = inputs.Groups.First(group => group.Name == margin.Characteristic).Values;
            var place = margin.Categories.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
            variables.Add(
                new(
                    margin.Characteristic,
                    // what is hidden or not known keeps the share it has
                    values.Select(value => place.GetValueOrDefault(value, WeightingVariable.Unknown)).ToArray(),
                    margin.Categories,
                    margin.Targets
                )
                {
                    Order = margin.Ordered ? CategoryOrder.Ordered : CategoryOrder.Nominal,
                }
            );
        }
        var raked = Raking.Rake(
            variables,
            new()
            {
                Targets = how.Counts ? TargetKind.Counts : TargetKind.Shares,
                // what the draw gives each is no excess of the weighting: limits are times that
                Limits = how is { Low: { } low, High: { } high }
                    ? new(low, high) { Of = drawn is null ? LimitsOf.AverageWeight : LimitsOf.BaseWeight }
                    : null,
                CollapseBelow = how.MergeBelow,
            },
            drawn?.Base
        );
        if (!raked.IsWeighted)
        {
            return new(null, [], null, [.. raked.Refusals.Select(refusal => refusal.Message)]);
        }
        decimal[] values6 = [.. raked.ToArray().Select(weight => decimal.Round((decimal)weight, Places, MidpointRounding.AwayFromZero))];
        return new(
            values6,
            [.. variables.Select((variable, at) => MarginOf(variable, raked.Groups[at]))],
            new(
                false,
                [.. how.By.Select(margin => margin.Characteristic).Union(drawn?.Done.By ?? [], StringComparer.Ordinal)],
                Math.Round(raked.DesignEffect ?? 1, Places),
                Math.Round(raked.EffectiveSize, Places),
                values6.Min(),
                values6.Max(),
                how.Low,
                how.High,
                [
                    .. raked.Collapsed.Select(one =>
                        $"{one.Variable}: {one.Category} ({one.Respondents.ToString(CultureInfo.InvariantCulture)} answered) was merged with {one.Into}"
                    ),
                ],
                [
                    .. raked.Categories.Select(one => new WeightedGroup(
                        one.Variable,
                        one.Category ?? "Not known",
                        one.Respondents,
                        PerCent(one.Wanted),
                        PerCent(one.Before),
                        PerCent(one.After)
                    )),
                ],
                how.From
            )
            {
                Draw = drawn?.Done,
            },
            []
        )
        {
            Drawn = drawn,
        };
    }

    // merged categories share a group; those of whom it is not known are one more
    private static Categories MarginOf(WeightingVariable variable, IReadOnlyList<int> groups)
    {
        var unknown = groups.Max() + 1;
        int[] codes = [.. variable.Codes.ToArray().Select(code => code < 0 ? unknown : groups[code])];
        return new(codes, unknown + 1);
    }

    private static decimal PerCent(double share) => decimal.Round(100 * (decimal)share, 1, MidpointRounding.AwayFromZero);
}
