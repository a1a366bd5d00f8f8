// The answer of a home that counts: the first that reached Hearth. Whoever comes second is told by which way it came, and when.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed record FirstAnswer(ResponseChannel Channel, DateTimeOffset At)
{
    /// <summary>“online, on Thursday 12 November”.</summary>
    public string Words => $"{Way(Channel)}, on {At.DayInLondon().Spoken()}";

    /// <summary>How it came, within a sentence.</summary>
    public static string Way(ResponseChannel channel) =>
        channel switch
        {
            ResponseChannel.Paper => "on paper",
            ResponseChannel.Telephone => "by telephone",
            ResponseChannel.FaceToFace => "face to face",
            ResponseChannel.Text => "by text",
            _ => "online",
        };

    /// <summary>The one of this household; null where it has not answered.</summary>
    public static Task<FirstAnswer?> OfAsync(HearthDb db, Guid survey, Guid household, CancellationToken stop) =>
        db.Set<Response>()
            .Where(r => r.SurveyId == survey && r.HouseholdId == household)
            .Select(r => new FirstAnswer(r.Channel, r.At))
            .FirstOrDefaultAsync(stop);
}
