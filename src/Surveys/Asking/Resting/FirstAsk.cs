// How, and on which day, a home that rested would be asked for the first time: by the ladder’s rules, which say as well when it is too late.
using Hearth.People.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.Resting;

internal static class FirstAsk
{
    /// <param name="survey">An open survey.</param>
    /// <param name="ladder">Its ladder; where it is off, a home is asked once, by its best way.</param>
    /// <param name="member">Who stands for the home today.</param>
    /// <param name="rest">Who rests today.</param>
    /// <param name="today">Today.</param>
    public static Step Of(Survey survey, Ladder ladder, AudienceMember member, Rest rest, DateOnly today)
    {
        IReadOnlyList<Rung> rungs =
            ladder.State != LadderState.Off ? ladder.Rungs
            : Reach.WayTo(member) is { } best ? [new(best, 1)]
            : [];
        return new Climb(rungs, survey.ClosesOn).Next(Standing(member, rest, today), today);
    }

    /// <summary>On no rung yet.</summary>
    public static Standing Standing(AudienceMember member, Rest rest, DateOnly today, int textParts = 1) =>
        new(
            null,
            Ways.None,
            today,
            false,
            false,
            member.MayBeAskedBy(),
            member.BestChannel,
            rest.Until(member.PersonId, member.HouseholdId),
            textParts
        );
}
