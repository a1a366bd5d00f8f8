// The rules of the ladder for one household, without a database or a clock: wait, go up, or stop.
using Hearth.Messaging.Public;

namespace Hearth.Surveys.Asking.Ladders;

/// <summary>Where one silent household stands.</summary>
/// <param name="On">The way it was asked by last; null where it was never asked.</param>
/// <param name="Tried">Every way it was asked by.</param>
/// <param name="Since">The day on which it was last asked.</param>
/// <param name="CameBack">What was sent then did not arrive.</param>
/// <param name="InHand">What was sent then has not left yet: it waits for a print run, a caller or the sender.</param>
/// <param name="May">The ways held and allowed today.</param>
/// <param name="Best">The way they asked for, or the best held.</param>
/// <param name="RestsUntil">Another activity asked them lately: the first day on which they may be asked again.</param>
/// <param name="TextParts">What a text to them is paid in: more in Polish or Urdu.</param>
internal readonly record struct Standing(
    Channel? On,
    Ways Tried,
    DateOnly Since,
    bool CameBack,
    bool InHand,
    Ways May,
    Channel? Best,
    DateOnly? RestsUntil = null,
    int TextParts = 1
);

internal enum StepKind
{
    /// <summary>Goes up on the day said; today, where that is the day.</summary>
    GoUp,

    /// <summary>The last message has to leave first.</summary>
    WaitForMessage,

    /// <summary>Said no, is not to be contacted, or no way to them is held any more.</summary>
    NotToBeAsked,

    /// <summary>Every way that is left has been tried.</summary>
    Top,

    /// <summary>The survey closes before the next rung's day.</summary>
    ClosesFirst,
}

/// <param name="To">The next way, where it goes up.</param>
/// <param name="On">The day.</param>
/// <param name="Rests">The day is later than the ladder's own, because another activity asked them lately.</param>
internal readonly record struct Step(StepKind Kind, Channel To = default, DateOnly On = default, bool Rests = false);

/// <summary>The ladder of one survey, as the planner needs it.</summary>
/// <param name="LastDay">The last day on which answers are taken.</param>
internal sealed record Climb(IReadOnlyList<Rung> Rungs, DateOnly LastDay)
{
    /// <summary>A letter takes two days in the post, and one to be answered: later than this before the last day none is sent.</summary>
    public const int LetterNeedsDays = 3;

    /// <summary>The way to ask a household first; null where none of the ladder's is held and allowed.</summary>
    public static Channel? First(IReadOnlyList<Rung> rungs, Ways may, Channel? best)
    {
        if (best is { } wish && (may & wish.Flag()) != Ways.None && rungs.Any(rung => rung.Channel == wish))
        {
            return wish;
        }
        foreach (var rung in rungs)
        {
            if ((may & rung.Channel.Flag()) != Ways.None)
            {
                return rung.Channel;
            }
        }
        return null;
    }

    /// <summary>What happens next to a household that has not answered, as of today.</summary>
    public Step Next(in Standing at, DateOnly today)
    {
        if (at.May == Ways.None)
        {
            return new(StepKind.NotToBeAsked);
        }
        if (at.InHand)
        {
            return new(StepKind.WaitForMessage);
        }
        var own = at.On is null || at.CameBack ? today : Later(today, at.Since.AddDays(WaitAfter(at.On.Value)));
        var day = at.RestsUntil is { } free ? Later(own, free) : own;
        if (day <= LastDay && Left(at, day) is { } to)
        {
            return new(StepKind.GoUp, to, day, day > own);
        }
        return new(Left(at, Whenever) is null ? StepKind.Top : StepKind.ClosesFirst);
    }

    private static readonly DateOnly Whenever = DateOnly.MinValue;

    // In the order of the rungs; whoever has a wish of their own begins there.
    private Channel? Left(in Standing at, DateOnly day)
    {
        if (at.On is null && at.Best is { } wish && IsFree(at, wish, day) && Rungs.Any(rung => rung.Channel == wish))
        {
            return wish;
        }
        foreach (var rung in Rungs)
        {
            if (IsFree(at, rung.Channel, day))
            {
                return rung.Channel;
            }
        }
        return null;
    }

    private bool IsFree(in Standing at, Channel channel, DateOnly day) =>
        (at.May & channel.Flag()) != Ways.None
        && (at.Tried & channel.Flag()) == Ways.None
        && (channel != Channel.Letter || day == Whenever || day.AddDays(LetterNeedsDays) <= LastDay);

    private int WaitAfter(Channel channel)
    {
        foreach (var rung in Rungs)
        {
            if (rung.Channel == channel)
            {
                return rung.WaitDays;
            }
        }
        // taken out of the ladder since: whoever stands there goes on at once
        return 0;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
