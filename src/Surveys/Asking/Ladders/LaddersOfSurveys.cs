// Finds a survey's ladder; where it has none yet, the one it would be opened with.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Ladders;

/// <summary>What a landlord's surveys start with.</summary>
internal sealed record AskingHabits(List<Rung> Rungs)
{
    public const string Setting = "surveys-ladder";
}

internal sealed class LaddersOfSurveys(HearthDb db, Settings settings)
{
    /// <summary>The survey's own, tracked; null where it has none.</summary>
    public Task<Ladder?> FindAsync(Guid survey, CancellationToken stop) =>
        db.Set<Ladder>().FirstOrDefaultAsync(l => l.SurveyId == survey, stop);

    /// <summary>
    /// The survey's own. Before it opens, where nobody has set one, the landlord's usual one, not saved. A survey that was opened without one has none: it is off.
    /// </summary>
    public async Task<Ladder> OfAsync(Survey survey, CancellationToken stop)
    {
        if (await FindAsync(survey.Id, stop) is { } own)
        {
            return own;
        }
        var opened = survey.Status is SurveyStatus.Open or SurveyStatus.Closed;
        return new Ladder
        {
            SurveyId = survey.Id,
            Rungs = [.. await UsualAsync(stop)],
            State = opened ? LadderState.Off : LadderState.Climbing,
        };
    }

    public async Task<IReadOnlyList<Rung>> UsualAsync(CancellationToken stop) =>
        (await settings.GetAsync<AskingHabits>(AskingHabits.Setting, stop))?.Rungs ?? Ladder.Usual;
}
