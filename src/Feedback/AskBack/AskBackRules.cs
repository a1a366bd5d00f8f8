// When those who were told are asked back, and what their answers mean.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Replies;
using Hearth.Storage.Public;

namespace Hearth.Feedback.AskBack;

/// <summary>The landlord's setting.</summary>
/// <param name="DaysAfter">Days between telling a person and asking them: time enough to see whether it happened.</param>
internal sealed record AskBackSettings(int DaysAfter = 28)
{
    public const string Key = "feedback-ask-back";
}

internal static class AskBackRules
{
    /// <summary>Older news than this is not asked about.</summary>
    public const int NewsFor = 180;

    /// <summary>Shares in a hundred are given from so many answers on.</summary>
    public const int ForAShare = 30;

    /// <summary>The first day on which anybody is asked about this answer: only what is said to be done, and stands. Null where nobody is.</summary>
    public static DateOnly? From(Reply reply, AskBackSettings settings) =>
        reply is not { Standing: true, Kind: ReplyKind.WeDid, On: { } done }
            ? null
            : reply.AskFrom ?? Later(done, reply.PublishedAt!.Value.DayInLondon()).AddDays(settings.DaysAfter);

    /// <summary>Nobody is disturbed at night: the next moment between ten and six.</summary>
    public static DateTimeOffset Politely(DateTimeOffset now)
    {
        var local = now.InLondon();
        var ten = DateOnly.FromDateTime(local.DateTime).StartInLondon().AddHours(10);
        return local.Hour switch
        {
            < 10 => ten,
            < 18 => now,
            _ => DateOnly.FromDateTime(local.DateTime).AddDays(1).StartInLondon().AddHours(10),
        };
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>What those who were asked have said.</summary>
internal sealed record DoneCounts(int Asked, int Yes, int Partly, int No, int CannotTell)
{
    public static DoneCounts None { get; } = new(0, 0, 0, 0, 0);

    public int Answered => Yes + Partly + No + CannotTell;

    /// <summary>Fewer than two in three of those who could tell say yes: the answer is to be looked at again.</summary>
    public bool Doubted => Answered >= WhatChanged.PublicAnswers.Fewest && Yes * 3 < (Answered - CannotTell) * 2;

    /// <summary>“81 in 100 say yes, it is done”, or the count where there are too few for a share. Null below the smallest number.</summary>
    public string? InOneLine(Phrases phrases) =>
        Answered < WhatChanged.PublicAnswers.Fewest ? null
        : Answered < AskBackRules.ForAShare ? phrases["done.few", ("yes", Yes), ("count", Answered)]
        : phrases["done.share", ("share", InWords.PerCent(Yes, Answered))];
}
