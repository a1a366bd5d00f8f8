// Which homes a survey may ask: those drawn and released where lots were drawn, and never one that is left out.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling;

/// <param name="Drawn">Homes that were drawn and released; null where everybody may be asked.</param>
/// <param name="LeftOut">Homes left out.</param>
internal sealed record Chosen(IReadOnlySet<Guid>? Drawn, IReadOnlySet<Guid> LeftOut)
{
    public static Chosen Everybody { get; } = new(null, new HashSet<Guid>());

    public bool IsDrawn(Guid household) => Drawn is null || Drawn.Contains(household);

    public bool Has(Guid household) => IsDrawn(household) && !LeftOut.Contains(household);
}

internal sealed class ChosenHomes(HearthDb db, PopulationReader population)
{
    /// <param name="survey">Any survey.</param>
    /// <param name="releasing">A part of the reserve that is being released; null for none.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Chosen> OfAsync(Survey survey, int? releasing, CancellationToken stop)
    {
        var leftOut = (await population.LeftOutAsync(survey.Id, stop)).Keys.ToHashSet();
        if (!await db.Set<Sample>().AnyAsync(sample => sample.SurveyId == survey.Id && !sample.Census, stop))
        {
            return leftOut.Count == 0 ? Chosen.Everybody : new(null, leftOut);
        }
        var released = await db.Set<ReleasedReserve>().Where(r => r.SurveyId == survey.Id).Select(r => r.Number).ToListAsync(stop);
        released.Add(0);
        if (releasing is { } number)
        {
            released.Add(number);
        }
        var drawn = await db.Set<FrameHome>()
            .Where(home => home.SurveyId == survey.Id && home.Replicate != null && released.Contains(home.Replicate.Value))
            .Select(home => home.HouseholdId)
            .ToHashSetAsync(stop);
        return new(drawn, leftOut);
    }
}
