// How the households of a survey would be reached, and who would not be asked at all.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Sampling;

namespace Hearth.Surveys.Asking;

/// <summary>Households that match but are not asked, by the reason.</summary>
/// <param name="DoNotContact">The landlord may not write to them.</param>
/// <param name="SaidNo">They said no to surveys.</param>
/// <param name="NoWay">No address, number or e-mail is held that may be used.</param>
/// <param name="Resting">Something else asked them lately.</param>
/// <param name="LeftOut">Left out of the regulator's surveys for exceptional circumstances: an exclusion, where all the others are non-responses.</param>
internal sealed record NotAsked(int DoNotContact, int SaidNo, int NoWay, int Resting = 0, int LeftOut = 0)
{
    public int All => OptedOut + LeftOut;

    public int OptedOut => DoNotContact + SaidNo + NoWay + Resting;
}

/// <summary>The households that match, and the way each is reached.</summary>
/// <param name="Rungs">The ways of the survey's ladder; empty where everybody is asked once, by their best way.</param>
/// <param name="Rest">Whom something else asked lately.</param>
/// <param name="On">The day of asking.</param>
/// <param name="Chosen">Of those that match, the ones that were drawn and are not left out.</param>
internal sealed record Reach(IReadOnlyList<AudienceMember> Matched, IReadOnlyList<Rung> Rungs, Rest Rest, DateOnly On, Chosen Chosen)
{
    public static Reach Nobody { get; } = new([], [], Rest.None, default, Chosen.Everybody);

    /// <summary>Those that would be asked if they can be.</summary>
    public IReadOnlyList<AudienceMember> Meant { get; } = [.. Matched.Where(member => Chosen.Has(member.HouseholdId))];

    public IReadOnlyList<(AudienceMember Member, Channel Channel)> Asked { get; } =
    [
        .. Matched
            .Where(member => Chosen.Has(member.HouseholdId))
            .Select(member => (Member: member, Channel: WayTo(member, Rungs)))
            .Where(x => x.Channel is not null && !Rest.Holds(x.Member, On))
            .Select(x => (x.Member, x.Channel!.Value)),
    ];

    /// <summary>Those that would be asked if they did not rest: they are asked once their rest is over.</summary>
    public IEnumerable<AudienceMember> AtRest => Meant.Where(member => WayTo(member, Rungs) is not null && Rest.Holds(member, On));

    /// <summary>The same as rows to be kept, of a part of the sample.</summary>
    public static IEnumerable<RestingHome> Waiting(
        Guid survey,
        IEnumerable<AudienceMember> resting,
        Rest rest,
        int part,
        DateTimeOffset at
    ) =>
        resting.Select(member => new RestingHome
        {
            SurveyId = survey,
            HouseholdId = member.HouseholdId,
            PersonId = member.PersonId,
            Part = part,
            Since = at,
            Until = rest.Until(member.PersonId, member.HouseholdId) ?? at.DayInLondon(),
        });

    public int By(Channel channel) => Asked.Count(asked => asked.Channel == channel);

    /// <summary>Of those drawn; where no lots were drawn, of all that match.</summary>
    public NotAsked NotAsked =>
        new(
            Meant.Count(member => member.DoNotContact),
            Meant.Count(member => !member.DoNotContact && member.Refused.Contains(MessageKind.Surveys)),
            Meant.Count(member => !member.DoNotContact && !member.Refused.Contains(MessageKind.Surveys) && WayTo(member, Rungs) is null),
            AtRest.Count(),
            Matched.Count(member => Chosen.LeftOut.Contains(member.HouseholdId))
        );

    /// <summary>The way to ask this household first, of those that the ladder has; null where it may not or cannot be asked.</summary>
    public static Channel? WayTo(AudienceMember member, IReadOnlyList<Rung> rungs) =>
        rungs.Count == 0 ? WayTo(member) : Climb.First(rungs, member.MayBeAskedBy(), member.BestChannel);

    /// <summary>The best way to this household; null where it may not or cannot be asked.</summary>
    public static Channel? WayTo(AudienceMember member) => member.Refused.Contains(MessageKind.Surveys) ? null : member.BestChannel;
}
