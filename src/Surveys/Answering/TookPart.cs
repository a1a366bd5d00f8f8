// Tells the loop that a household took part: who, by which channel, when. Never what they said.
using Hearth.Loop.Public;
using Hearth.Surveys.Asking;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed class TookPart(LoopLedger loop)
{
    /// <summary>Adds participations to this unit of work, each unless the person already took part through another home of theirs.</summary>
    public async Task AddAsync(IReadOnlyCollection<(Invitation Invitation, ResponseChannel Channel)> answered, DateTimeOffset at, CancellationToken stop)
    {
        var activities = answered.Select(one => one.Invitation.SurveyId).Distinct().ToList();
        var people = answered.Select(one => one.Invitation.PersonId).OfType<Guid>().Distinct().ToList();
        var known = await loop
            .Participations.Where(p => EF.Parameter(activities).Contains(p.ActivityId) && EF.Parameter(people).Contains(p.PersonId!.Value))
            .Select(p => new { p.ActivityId, p.PersonId })
            .ToListAsync(stop);
        var took = known.Select(p => (p.ActivityId, p.PersonId!.Value)).ToHashSet();
        foreach (var (invitation, channel) in answered)
        {
            if (invitation.PersonId is not { } person || took.Add((invitation.SurveyId, person)))
            {
                loop.TookPart(invitation.SurveyId, invitation.PersonId, invitation.HouseholdId, Name(channel), at);
            }
        }
    }

    /// <summary>A channel as the loop names it.</summary>
    public static string Name(ResponseChannel channel) => channel == ResponseChannel.FaceToFace ? "Door" : channel.ToString();
}
