// The rules by which answers raise cases, kept at hand for some seconds: answers come in bursts, and each is looked at.
using System.Collections.Concurrent;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases;

internal sealed class WorryRules(TimeProvider time)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, WorrySettings Settings, IReadOnlyList<RaisingAnswer> Raising)> known =
        new();

    /// <summary>The landlord's words, and the answers of this survey that raise something.</summary>
    public async Task<(WorrySettings Settings, IReadOnlyList<RaisingAnswer> Raising)> OfAsync(
        HearthDb db,
        Settings settings,
        Guid survey,
        CancellationToken stop
    )
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(survey, out var kept) && kept.At <= now && now - kept.At < LookAgainAfter)
        {
            return (kept.Settings, kept.Raising);
        }
        var set = await settings.GetAsync<WorrySettings>(WorrySettings.Key, stop) ?? new WorrySettings();
        var raising = await db.Set<RaisingAnswer>().AsNoTracking().Where(r => r.SurveyId == survey).ToListAsync(stop);
        known[survey] = (now, set, raising);
        return (set, raising);
    }

    /// <summary>Somebody changed them here: the next answer is looked at by the new ones. Other nodes see them within seconds.</summary>
    public void Forget() => known.Clear();
}
