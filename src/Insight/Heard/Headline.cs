// The numbers that speak first: how many in 100 are out of balance, and whether luck could have made it.
using System.Globalization;
using Hearth.DesignSystem.Public.Charts;

namespace Hearth.Insight.Heard;

/// <summary>One number at the head of the page.</summary>
internal sealed record Headline(string Label, string? Before, string Number, string? After, string Why, string State)
{
    /// <summary>From here on a real gap needs somebody to act.</summary>
    private const double FarOut = 0.25;

    /// <summary>One for each crowd, and the chance that luck made the gap.</summary>
    public static IReadOnlyList<Headline> Of(Balance balance) => [.. balance.Sides.Select(side => Index(balance, side)), Luck(balance)];

    private static Headline Index(Balance balance, BalanceSide side)
    {
        var label = $"{side.Who.Words.OutOf} are out of balance by {balance.By.Noun}";
        if (side.Who.People.Count == 0)
        {
            return new(label, null, "–", null, $"Nobody {side.Who.Words.Has} yet", "calm");
        }
        if (side.Found?.Dissimilarity is not { } index)
        {
            return new(
                label,
                null,
                Marker.Hidden.Text,
                null,
                "Hidden to protect people: it would give away a group of fewer than 10",
                "calm"
            );
        }
        var real = Chance.Of(side.Found.Test).IsReal;
        var luck = side.Found.DissimilarityByLuck is { } by ? $" Drawing lots would give about {InHundred(by)}" : "";
        return new(
            label,
            null,
            InHundred(index),
            "in 100",
            $"That many would need to {balance.By.ToMatch} to match {balance.Whole}.{luck}",
            (real, index) switch
            {
                (true, >= FarOut) => "hot",
                (true, _) => "wait",
                _ => "calm",
            }
        );
    }

    private static Headline Luck(Balance balance)
    {
        const string Label = "chance that luck alone made the gap";
        var side = balance.Main;
        if (side.Found is null)
        {
            return new(Label, null, Marker.Hidden.Text, null, "Hidden to protect people", "calm");
        }
        var chance = Chance.Of(side.Found.Test);
        var merged =
            side.Found.Test.SimulatedPValue is null && side.Found.MergedForTest.Count > 0
                ? $". Tested together, as they are small: {string.Join(", ", side.Found.MergedForTest)}"
                : "";
        var scope =
            balance.Sides.Count < 2 || balance.Sides[0].Found is not { } first ? ""
            : chance.IsReal && Chance.Of(first.Test) == chance ? "For both groups. "
            : $"{char.ToUpperInvariant(side.Who.Words.Among[0])}{side.Who.Words.Among[1..]}. ";
        return new(Label, chance.Before, chance.Number, chance.After, scope + chance.Meaning + merged, "calm");
    }

    private static string InHundred(double share) =>
        decimal.Round(100 * (decimal)share, 0, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
