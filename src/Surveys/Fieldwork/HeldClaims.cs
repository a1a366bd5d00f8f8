// Which homes somebody has in hand. A lease that runs longer than any that is given was made by a clock that has been set back since: it holds nothing.
using Hearth.Surveys.Telephone;

namespace Hearth.Surveys.Fieldwork;

internal static class HeldClaims
{
    /// <summary>The longest list for doors: three days and the evening, with an hour for clocks that differ.</summary>
    public static readonly TimeSpan LongestVisit = TimeSpan.FromDays(4);

    /// <summary>A call's turn, with as much again for clocks that differ.</summary>
    public static readonly TimeSpan LongestCall = 2 * RingUp.Turn;

    public static bool Holds(HouseholdClaim claim, DateTimeOffset now) =>
        claim.Until > now && claim.Until <= now + (claim.Way == AttemptWay.Telephone ? LongestCall : LongestVisit);

    public static IQueryable<HouseholdClaim> Held(this IQueryable<HouseholdClaim> claims, DateTimeOffset now)
    {
        var (call, visit) = (now + LongestCall, now + LongestVisit);
        return claims.Where(c => c.Until > now && c.Until <= (c.Way == AttemptWay.Telephone ? call : visit));
    }
}
