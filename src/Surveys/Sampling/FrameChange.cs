// What has changed among the homes since the lots were drawn.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling;

/// <param name="Came">Homes that could not be drawn, and could now.</param>
/// <param name="Gone">Homes that could be drawn, and are no longer of those the survey is for.</param>
/// <param name="LeftOut">Homes that could be drawn and are left out now.</param>
/// <param name="Drawn">Of those gone or left out, the ones that were drawn.</param>
internal sealed record FrameChange(int Came, int Gone, int LeftOut, int Drawn)
{
    public bool Any => Came + Gone + LeftOut > 0;

    /// <summary>“12 homes have come, 3 have gone and 1 is newly left out. 2 of these were drawn”.</summary>
    public string Words
    {
        get
        {
            List<string> parts = [];
            void Say(int homes, string one, string many)
            {
                if (homes > 0)
                {
                    parts.Add(homes == 1 ? $"1 {one}" : $"{homes:N0} {many}");
                }
            }
            Say(Came, "home has come", "homes have come");
            Say(Gone, "home has gone", "homes have gone");
            Say(LeftOut, "home is newly left out", "homes are newly left out");
            var all = parts.Count > 1 ? $"{string.Join(", ", parts[..^1])} and {parts[^1]}" : parts.FirstOrDefault() ?? "";
            return Drawn == 0 ? all
                : Drawn == 1 ? $"{all}. 1 of these was drawn"
                : $"{all}. {Drawn:N0} of these were drawn";
        }
    }
}

/// <summary>The population changed after the draw, and nobody has said what to do about it.</summary>
internal sealed record PopulationChanged(FrameChange Change)
    : Refusal($"The homes have changed since the sample was drawn: {Change.Words}. On ‘Sample’, draw again or keep the draw");

internal sealed class FrameChanges(HearthDb db, PopulationReader population)
{
    /// <summary>What has changed since the draw; null where no lots were drawn.</summary>
    public async Task<FrameChange?> SinceAsync(Survey survey, Sample sample, CancellationToken stop)
    {
        if (sample.Census)
        {
            return null;
        }
        var frame = await db.Set<FrameHome>()
            .Where(home => home.SurveyId == survey.Id)
            .Select(home => new { home.HouseholdId, home.Replicate })
            .ToDictionaryAsync(home => home.HouseholdId, home => home.Replicate, stop);
        var now = await population.OfAsync(survey, sample.Stock, stop);
        var there = now.Homes.Select(home => home.HouseholdId).ToHashSet();
        var gone = frame.Keys.Where(home => !there.Contains(home)).ToList();
        var left = frame.Keys.Where(home => there.Contains(home) && now.Reasons.ContainsKey(home)).ToList();
        return new(
            now.Frame.Count(home => !frame.ContainsKey(home.HouseholdId)),
            gone.Count,
            left.Count,
            gone.Concat(left).Count(home => frame[home] is not null)
        );
    }

    /// <summary>Why the survey may not open on its draw, or null.</summary>
    public async Task<Refusal?> FaultAsync(Survey survey, CancellationToken stop)
    {
        if (await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(sample => sample.SurveyId == survey.Id, stop) is not { } sample)
        {
            return null;
        }
        return await SinceAsync(survey, sample, stop) is { Any: true } change && change.Words != sample.Kept
            ? new PopulationChanged(change)
            : null;
    }
}
