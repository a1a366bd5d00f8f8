// A survey's place in a series of surveys that ask the same, and the way it gets there.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Trends;

internal sealed class Wave
{
    public Guid SurveyId { get; init; }
    public Guid SeriesId { get; set; }
}

internal sealed record WaveNotFound() : Refusal("Choose the earlier survey from the list", "Earlier");

internal sealed record AlreadyOneSeries() : Refusal("These two are waves of one series already", "Earlier");

internal sealed class LinkWaves(HearthDb db, AuditTrail audit)
{
    /// <summary>Makes a survey a later wave of another; where both stand in a series, the two become one.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid survey, Guid? earlier, CancellationToken stop)
    {
        if (
            earlier is not { } other
            || other == survey
            || await db.Set<Survey>().CountAsync(s => s.Id == survey || s.Id == other, stop) < 2
        )
        {
            return [new WaveNotFound()];
        }
        var waves = await db.Set<Wave>().Where(w => w.SurveyId == survey || w.SurveyId == other).ToListAsync(stop);
        if (waves is [var one, var two] && one.SeriesId == two.SeriesId)
        {
            return [new AlreadyOneSeries()];
        }
        var series = waves.FirstOrDefault(w => w.SurveyId == other)?.SeriesId ?? waves.FirstOrDefault()?.SeriesId ?? Guid.CreateVersion7();
        foreach (var known in waves.Select(w => w.SeriesId).Distinct().Where(id => id != series).ToList())
        {
            foreach (var wave in await db.Set<Wave>().Where(w => w.SeriesId == known).ToListAsync(stop))
            {
                wave.SeriesId = series;
            }
        }
        foreach (var missing in new[] { survey, other }.Except(waves.Select(w => w.SurveyId)))
        {
            db.Add(new Wave { SurveyId = missing, SeriesId = series });
        }
        audit.Write("LinkWaves", "survey", survey, $"a later wave of {other}");
        return await db.TrySaveAsync(stop);
    }

    /// <summary>Takes a survey out of its series; the others stay together.</summary>
    public async Task<IReadOnlyList<Refusal>> UnlinkAsync(Guid survey, CancellationToken stop)
    {
        if (await db.Set<Wave>().FindAsync([survey], stop) is not { } wave)
        {
            return [];
        }
        db.Remove(wave);
        audit.Write("UnlinkWave", "survey", survey);
        return await db.TrySaveAsync(stop);
    }
}
