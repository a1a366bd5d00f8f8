// Why figures are not frozen, and what is wrong with an edition that does not come out the same: each by name, in words for the officer.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.Freezing;

internal abstract record FreezeRefusal(string Words);

internal sealed record NobodyAnswered() : FreezeRefusal("Nobody has answered yet, so there is nothing to freeze");

internal sealed record StillTakesAnswers(MeasuredSurvey Survey)
    : FreezeRefusal($"‘{Survey.Title}’ takes answers until {Insight.Words.Day(Survey.LastDay)}. Close it before you freeze the figures");

internal sealed record NotWeighted(string Why) : FreezeRefusal($"The figures are not weighted as you chose. {Why}");

internal sealed record ReasonMissing(int Number) : FreezeRefusal($"Enter why edition {Number} is corrected: whoever used it is told");

internal sealed record ReasonTooLong() : FreezeRefusal($"The reason must be {Editions.LongestReason} characters or fewer");

internal sealed record NothingChanged(int Number)
    : FreezeRefusal($"Nothing has changed since edition {Number}, so there is nothing to correct");

internal sealed record FrozenMeanwhile()
    : FreezeRefusal("Somebody else froze these figures just now. Look at theirs before you freeze again");

internal abstract record EditionFault(string Words);

internal sealed record ChecksumDiffers()
    : EditionFault("The figures come out the same, but the checksum kept with them is not theirs: it was altered after freezing");

internal sealed record AlteredSince(IReadOnlyList<string> Measures)
    : EditionFault(
        $"What is kept was altered after freezing: it has another checksum, and the figures do not come out as they were frozen{Which(Measures)}"
    )
{
    public static string Which(IReadOnlyList<string> measures) => measures.Count == 0 ? "" : $" ({string.Join("; ", measures)})";
}

internal sealed record OtherFiguresNow(string Then, string Now, IReadOnlyList<string> Measures)
    : EditionFault(
        $"The figures come out otherwise though nothing kept was altered: they were worked out by {Then}, and now by {Now}{AlteredSince.Which(Measures)}"
    );

internal sealed record CannotBeRead(string Why)
    : EditionFault($"What is kept was altered after freezing, and cannot be read any more: {Why}");
