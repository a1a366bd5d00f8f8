// How many must be asked for one answer, going by how a group has answered so far.
namespace Hearth.Insight.Inviting;

/// <summary>Answers for each asked, as whole numbers, never below the floor.</summary>
/// <param name="Answered">Of <paramref name="Asked"/>, at least 1.</param>
/// <param name="Asked">Households asked, at least 1.</param>
internal readonly record struct AnswerRate(int Answered, int Asked)
{
    /// <summary>Below this many asked, a group's own rate says nothing and the whole survey's is used.</summary>
    private const int FewestAsked = 20;

    /// <summary>No group is taken to answer less than 1 in 20: beyond that another way of asking is needed, not more letters.</summary>
    private static readonly AnswerRate Floor = new(1, 20);

    /// <summary>The rate to plan with.</summary>
    public static AnswerRate Of(int asked, int answered, int askedInAll, int answeredInAll)
    {
        var rate = asked >= FewestAsked ? new AnswerRate(answered, asked) : new AnswerRate(answeredInAll, askedInAll);
        return rate.Asked == 0 || (long)rate.Answered * Floor.Asked < (long)rate.Asked * Floor.Answered ? Floor : rate;
    }

    /// <summary>How many to ask so that this many answer, rounded up.</summary>
    public int ToAskFor(int answers) => (int)Math.Min(int.MaxValue, (((long)answers * Asked) + Answered - 1) / Answered);

    /// <summary>"1 in 9".</summary>
    public override string ToString() => $"1 in {Math.Max(1, (int)Math.Round((double)Asked / Answered, MidpointRounding.AwayFromZero))}";
}
