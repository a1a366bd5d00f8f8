// Why a management figure is not taken: each refusal by name, with the field it belongs to and what the officer reads.
namespace Hearth.Insight.Measures.Management;

internal abstract record Refusal(string Field, string Words);

internal sealed record AppliesNotSaid() : Refusal(nameof(Cells.Applies), "Choose whether this measure applies to you");

internal sealed record AppliesIsNone() : Refusal(nameof(Cells.Applies), "Applies must be yes or no");

internal sealed record AlwaysApplies(string Measure)
    : Refusal(nameof(Cells.Applies), $"{Measure} applies to every landlord. Enter its numerator and denominator");

internal sealed record CountedThoughItDoesNotApply()
    : Refusal(nameof(Cells.Applies), "Applies is no, but the row has numbers. Take them out, or change Applies to yes");

internal sealed record NothingCounted() : Refusal(nameof(Cells.Numerator), "Enter the numerator and the denominator");

internal sealed record Negative(string Name, string What) : Refusal(Name, $"{What} must be 0 or more");

internal sealed record NotWhole(string Name, string What) : Refusal(Name, $"{What} must be a whole number, like 412");

internal sealed record TooMany(string Name, string What) : Refusal(Name, $"{What} must be 9,999,999 or fewer");

internal sealed record MoreThanAll(int Denominator)
    : Refusal(nameof(Cells.Numerator), $"Numerator must be {Insight.Words.Whole(Denominator)} or fewer: it is a part of the denominator");

internal sealed record MoreHateThanAll(int All)
    : Refusal(
        nameof(Cells.Numerator),
        $"Cases that involve hate incidents must be {Insight.Words.Whole(All)} or fewer: that is how many cases NM01 part 1 has"
    );

internal sealed record FewerThanHate(int Hate)
    : Refusal(
        nameof(Cells.Numerator),
        $"Cases must be {Insight.Words.Whole(Hate)} or more: that is how many involve hate incidents in NM01 part 2"
    );

internal sealed record ExtensionDoesNotAddUp(int Sum, int Numerator)
    : Refusal(
        nameof(Cells.WithoutExtension),
        $"Without and with an extension must add up to the numerator: they make {Insight.Words.Whole(Sum)}, and the numerator is {Insight.Words.Whole(Numerator)}"
    );

internal sealed record TargetIsNothing() : Refusal(nameof(Cells.Target), "Target must be 1 or more");

internal sealed record TargetsNotSaid() : Refusal(nameof(Cells.TargetsInWords), "Enter what the targets are, and for which repairs");

internal sealed record WordsTooLong() : Refusal(nameof(Cells.TargetsInWords), "Targets in words must be 1,000 characters or fewer");

internal sealed record SeveralIsNone() : Refusal(nameof(Cells.SeveralTargets), "Several targets must be yes or no");

internal sealed record NotOfThisMeasure(string Name, string What, string Measure)
    : Refusal(Name, $"{What} must be empty: {Measure} does not have it");

internal sealed record ApartAndTogether()
    : Refusal(
        "",
        "Complaints are reported apart for rental and home ownership, or in one figure of both, never both ways. Take out the one you do not report"
    );

internal sealed record ChangedMeanwhile() : Refusal("", "Somebody else saved this since you opened it. Look at it again before you save");
