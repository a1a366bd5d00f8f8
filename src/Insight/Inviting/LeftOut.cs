// Who is not asked, and why. Only ever counted: nobody is shown the reason for one person.
using Hearth.Messaging.Public;
using Hearth.People.Public;

namespace Hearth.Insight.Inviting;

internal enum LeftOut
{
    Answered,
    AskedLately,
    SaidNo,
    NotToBeContacted,
    NoWayToReach,
}

internal static class LeavingOut
{
    /// <summary>Nobody is asked by two surveys, or twice by one, within this many days.</summary>
    public const int RestDays = 28;

    /// <summary>The first reason that holds; null where the household may be asked now.</summary>
    /// <param name="member">The household.</param>
    /// <param name="answered">Those that have answered it.</param>
    /// <param name="ended">Those that said no to it at the door or on the telephone, or have moved.</param>
    /// <param name="askedLately">Those asked by any survey within the days of rest.</param>
    public static LeftOut? Why(
        AudienceMember member,
        IReadOnlySet<Guid> answered,
        IReadOnlySet<Guid> ended,
        IReadOnlySet<Guid> askedLately
    ) =>
        member switch
        {
            _ when answered.Contains(member.HouseholdId) => LeftOut.Answered,
            { DoNotContact: true } => LeftOut.NotToBeContacted,
            _ when ended.Contains(member.HouseholdId) || member.Refused.Contains(MessageKind.Surveys) => LeftOut.SaidNo,
            _ when askedLately.Contains(member.HouseholdId) => LeftOut.AskedLately,
            { BestChannel: null } => LeftOut.NoWayToReach,
            _ => null,
        };

    /// <summary>"612 asked in the last 28 days".</summary>
    public static string Say(LeftOut why, int count) =>
        why switch
        {
            LeftOut.Answered => $"{count:N0} who have answered",
            LeftOut.AskedLately => $"{count:N0} asked in the last {RestDays} days",
            LeftOut.SaidNo => $"{count:N0} who said no thank you",
            LeftOut.NotToBeContacted => $"{count:N0} with a note not to contact them",
            _ => $"{count:N0} we have no way to reach",
        };

    /// <summary>The way most of them are reached, and how many.</summary>
    public static (Channel Way, int Count)? BestWay(IEnumerable<AudienceMember> members) =>
        members
            .Where(m => m.BestChannel is not null)
            .CountBy(m => m.BestChannel!.Value)
            .OrderByDescending(way => way.Value)
            .ThenBy(way => way.Key)
            .Select(way => ((Channel, int)?)(way.Key, way.Value))
            .FirstOrDefault();

    /// <summary>A channel as people say it.</summary>
    public static string Name(Channel channel) => channel == Channel.Email ? "E-mail" : channel.ToString();
}
