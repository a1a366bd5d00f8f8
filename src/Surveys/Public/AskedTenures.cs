// How many homes of each tenure a survey asked, kept in memory: counted anew when the survey has asked more.
using System.Collections.Concurrent;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Public;

/// <summary>Homes asked by tenure: of tens of thousands it takes longer to count them than a page may take.</summary>
public sealed class AskedTenures
{
    private readonly ConcurrentDictionary<Guid, (int Asked, IReadOnlyList<(string Tenure, int Homes)> By)> kept = new();

    /// <summary>How many homes each of these surveys asked.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        HearthDb db,
        IReadOnlyCollection<Guid> surveys,
        CancellationToken stop
    ) =>
        await db.Set<Invitation>()
            .Where(one => surveys.Contains(one.SurveyId))
            .GroupBy(one => one.SurveyId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, stop);

    /// <param name="db">The database.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="asked">How many homes it has asked now; what is kept of another number is counted anew.</param>
    /// <param name="stop">Gives up.</param>
    internal async Task<IReadOnlyList<(string Tenure, int Homes)>> OfAsync(HearthDb db, Guid survey, int asked, CancellationToken stop)
    {
        if (kept.TryGetValue(survey, out var found) && found.Asked == asked)
        {
            return found.By;
        }
        var by = await db.Set<Invitation>()
            .Where(one => one.SurveyId == survey)
            .GroupBy(one => one.Tenure)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(stop);
        IReadOnlyList<(string, int)> counted = [.. by.Select(group => (group.Key, group.Count))];
        kept[survey] = (asked, counted);
        return counted;
    }
}
