// Finds a survey's ladder; where it has none yet, the one it would be opened with.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Ladders;

/// <summary>What a landlord's surveys start with.</summary>
/// <param name="RestDays">For so many days after any ask, nothing else asks a person or their household; nought where nobody is left in peace.</param>
internal sealed record AskingHabits(List<Rung> Rungs, int RestDays = AskingHabits.UsualRest)
{
    public const int UsualRest = 14;
    public const int LongestRest = 90;

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

    public async Task<int> RestDaysAsync(CancellationToken stop) =>
        (await settings.GetAsync<AskingHabits>(AskingHabits.Setting, stop))?.RestDays ?? AskingHabits.UsualRest;
}
