// Tells the loop that a household took part: who, by which channel, when. Never what they said.
using Hearth.Loop.Public;
using Hearth.Surveys.Asking;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed class TookPart(LoopLedger loop)
{
    /// <summary>Adds participations to this unit of work, each unless the person already took part through another home of theirs.</summary>
    /// <param name="answered">Who answered, and how.</param>
    /// <param name="at">When.</param>
    /// <param name="looks">False leaves it to the database to refuse a person who took part before; the caller then comes again and looks.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="standsFor">For a survey that is tried out, the survey it becomes.</param>
    public async Task AddAsync(
        IReadOnlyCollection<(Invitation Invitation, ResponseChannel Channel)> answered,
        DateTimeOffset at,
        bool looks,
        CancellationToken stop,
        IReadOnlyDictionary<Guid, Guid>? standsFor = null
    )
    {
        // whoever tried a survey out is told what came of the survey itself
        Guid Activity(Guid survey) => standsFor?.GetValueOrDefault(survey, survey) ?? survey;
        var took = looks ? await BeforeAsync(answered, Activity, stop) : [];
        foreach (var (invitation, channel) in answered)
        {
            var activity = Activity(invitation.SurveyId);
            if (invitation.PersonId is not { } person || took.Add((activity, person)))
            {
                loop.TookPart(activity, invitation.PersonId, invitation.HouseholdId, Name(channel), at);
            }
        }
    }

    private async Task<HashSet<(Guid Activity, Guid Person)>> BeforeAsync(
        IReadOnlyCollection<(Invitation Invitation, ResponseChannel Channel)> answered,
        Func<Guid, Guid> activity,
        CancellationToken stop
    )
    {
        var activities = answered.Select(one => activity(one.Invitation.SurveyId)).Distinct().ToList();
        var people = answered.Select(one => one.Invitation.PersonId).OfType<Guid>().Distinct().ToList();
        var known = await loop
            .Participations.Where(p => EF.Parameter(activities).Contains(p.ActivityId) && EF.Parameter(people).Contains(p.PersonId!.Value))
            .Select(p => new { p.ActivityId, p.PersonId })
            .ToListAsync(stop);
        return [.. known.Select(p => (p.ActivityId, p.PersonId!.Value))];
    }

    /// <summary>A channel as the loop names it.</summary>
    public static string Name(ResponseChannel channel) => channel == ResponseChannel.FaceToFace ? "Door" : channel.ToString();
}
