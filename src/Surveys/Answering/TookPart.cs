// Tells the loop that a household took part: who, by which channel, when. Never what they said.
using Hearth.Loop.Public;
using Hearth.Surveys.Asking;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed class TookPart(LoopLedger loop)
{
    /// <summary>Adds the participation to this unit of work, unless the person already took part through another home of theirs.</summary>
    public async Task AddAsync(Invitation invitation, ResponseChannel channel, DateTimeOffset at, CancellationToken stop)
    {
        var isNew =
            invitation.PersonId is not { } person
            || !await loop.Participations.AnyAsync(p => p.ActivityId == invitation.SurveyId && p.PersonId == person, stop);
        if (isNew)
        {
            loop.TookPart(invitation.SurveyId, invitation.PersonId, invitation.HouseholdId, Name(channel), at);
        }
    }

    /// <summary>A channel as the loop names it.</summary>
    public static string Name(ResponseChannel channel) => channel == ResponseChannel.FaceToFace ? "Door" : channel.ToString();
}
