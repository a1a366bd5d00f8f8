// Why weights cannot be made, each with its figures and a sentence that somebody can act on.
using System.Globalization;

namespace Hearth.Statistics.Weighting;

/// <summary>A reason why there are no weights.</summary>
public abstract record WeightingRefusal
{
    private WeightingRefusal() { }

    /// <summary>What is wrong and what to do, for the person who gave the targets.</summary>
    public abstract string Message { get; }

    private static string Number(double number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0###", CultureInfo.InvariantCulture) + "%";

    /// <summary>Nobody answered, or every base weight is 0.</summary>
    public sealed record NobodyAnswered : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message => "Nobody has answered, so there is nobody to weight.";
    }

    /// <summary>No variable was given.</summary>
    public sealed record NothingToWeightBy : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message => "Choose at least one thing to weight by.";
    }

    /// <summary>A target is below 0, or no number.</summary>
    /// <param name="Variable">The variable.</param>
    /// <param name="Category">The category.</param>
    /// <param name="Target">What was given.</param>
    public sealed record TargetImpossible(string Variable, string Category, double Target) : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"{Variable}: the target for ‘{Category}’ is {(double.IsFinite(Target) ? Number(Target) : "not a number")}. Enter 0 or more.";
    }

    /// <summary>All targets of a variable are 0.</summary>
    /// <param name="Variable">The variable.</param>
    public sealed record NoTargets(string Variable) : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"{Variable}: every target is 0. Enter how many people, or what share of them, each category has.";
    }

    /// <summary>Shares add up to neither 1 nor 100.</summary>
    /// <param name="Variable">The variable.</param>
    /// <param name="Sum">What they add up to.</param>
    public sealed record SharesDoNotAddUp(string Variable, double Sum) : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"{Variable}: the shares add up to {Number(Sum)}, not to 1 or 100%. Look for a category that is missing or counted twice.";
    }

    /// <summary>Two variables count different numbers of people.</summary>
    /// <param name="Variable">The one.</param>
    /// <param name="Total">What its targets add up to.</param>
    /// <param name="Other">The other, the first given.</param>
    /// <param name="OtherTotal">What its targets add up to.</param>
    public sealed record TotalsContradict(string Variable, double Total, string Other, double OtherTotal) : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"{Variable} counts {Number(Total)} people and {Other} counts {Number(OtherTotal)}. Correct one of them, or give shares if they are of different days or sources.";
    }

    /// <summary>There are people of a category, and none of them answered.</summary>
    /// <param name="Variable">The variable.</param>
    /// <param name="Category">The category.</param>
    /// <param name="Target">Its target, as given.</param>
    public sealed record PeopleWithoutRespondents(string Variable, string Category, double Target) : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"{Variable}: nobody of ‘{Category}’ answered, and the target is {Number(Target)}. No weight can make up for them: merge the category with another, or ask them.";
    }

    /// <summary>People of a category answered, and the target says that there are none.</summary>
    /// <param name="Variable">The variable.</param>
    /// <param name="Category">The category.</param>
    /// <param name="Respondents">How many answered.</param>
    public sealed record RespondentsWithoutPeople(string Variable, string Category, int Respondents) : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"{Variable}: {Respondents} of ‘{Category}’ answered, and the target is 0. Correct the target, or merge the category with another.";
    }

    /// <summary>A base weight is below 0, or no number.</summary>
    /// <param name="Row">The respondent's place, from 0.</param>
    /// <param name="Weight">What was given.</param>
    public sealed record BaseWeightImpossible(int Row, double Weight) : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"The weight in row {Row + 1} is {(double.IsFinite(Weight) ? Number(Weight) : "not a number")}. Weights are 0 or more.";
    }

    /// <summary>No weights meet all targets together: some combinations of categories have nobody in them (structural zeros).</summary>
    /// <param name="Variable">The variable of the category that stays furthest off.</param>
    /// <param name="Category">That category.</param>
    /// <param name="Wanted">Its share of everyone.</param>
    /// <param name="Got">The share it came to.</param>
    /// <param name="Rounds">After how many rounds.</param>
    public sealed record TargetsCannotBeMetTogether(string Variable, string Category, double Wanted, double Got, int Rounds)
        : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"After {Rounds} rounds {Variable} ‘{Category}’ is still at {Percent(Got)} of everyone where {Percent(Wanted)} are wanted. Too few who answered combine this category with others: merge it with another, or weight by fewer things.";
    }

    /// <summary>A category would need weights outside the limits by itself.</summary>
    /// <param name="Variable">The variable.</param>
    /// <param name="Category">The category.</param>
    /// <param name="Average">The average weight of its respondents that meets the target, as a multiple of what the limits are of.</param>
    /// <param name="Limit">The limit it passes.</param>
    public sealed record LimitTooTight(string Variable, string Category, double Average, double Limit) : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            Average > Limit
                ? $"{Variable}: those of ‘{Category}’ who answered would have to count for {Number(Math.Ceiling(Average * 100) / 100)} each, and the limit is {Number(Limit)}. Raise the limit above that, or merge the category with another."
                : $"{Variable}: those of ‘{Category}’ who answered would have to count for {Number(Math.Floor(Average * 1000) / 1000)} each, and the limit is {Number(Limit)}. Lower the limit below that, or merge the category with another.";
    }

    /// <summary>Each category alone could be brought to its target within the limits, and not all of them together.</summary>
    /// <param name="Variable">The variable of the category that stays furthest off.</param>
    /// <param name="Category">That category.</param>
    /// <param name="Wanted">Its share of everyone.</param>
    /// <param name="Got">The share it came to.</param>
    /// <param name="Low">The lower limit.</param>
    /// <param name="High">The upper limit.</param>
    public sealed record LimitsCannotBeMetTogether(string Variable, string Category, double Wanted, double Got, double Low, double High)
        : WeightingRefusal
    {
        /// <inheritdoc/>
        public override string Message =>
            $"With weights from {Number(Low)} to {Number(High)} {Variable} ‘{Category}’ stays at {Percent(Got)} of everyone where {Percent(Wanted)} are wanted. Widen the limits, merge the category with another, or weight by fewer things.";
    }
}
